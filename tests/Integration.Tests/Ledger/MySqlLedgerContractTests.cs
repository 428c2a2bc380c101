using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Ledger;

public sealed class MySqlLedgerContractTests(SharedServers servers) : MySqlLedgerContract(servers, edition: null);
