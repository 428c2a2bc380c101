using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Ledger;

public sealed class MySql56LedgerContractTests(SharedServers servers) : MySqlLedgerContract(servers, DatabaseEdition.MySql56);
