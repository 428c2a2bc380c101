using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Dictionary;

public sealed class MySqlDictionaryTests(SharedServers servers) : DictionaryInDatabase(servers, edition: null);
