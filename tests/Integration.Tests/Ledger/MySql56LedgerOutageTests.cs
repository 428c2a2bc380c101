using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Ledger;

public sealed class MySql56LedgerOutageTests(SharedServers servers) : LedgerOutages(servers, DatabaseEdition.MySql56);
