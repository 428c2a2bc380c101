using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Dictionary;

public sealed class MySql56DictionaryTests(SharedServers servers) : DictionaryInDatabase(servers, DatabaseEdition.MySql56);
