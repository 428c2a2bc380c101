using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Ledger;

public sealed class MySqlLedgerOutageTests(SharedServers servers) : LedgerOutages(servers, edition: null);
