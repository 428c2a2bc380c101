using PlanetGraph.Batch.Ledger;
using PlanetGraph.Contracts;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Ledger;

public sealed class MySqlLedgerContractTests(SharedServers servers) : LedgerContract
{
    protected override async Task<ILedger> CreateAsync(TimeProvider clock)
    {
        var server = await servers.MariaDbAsync();
        return MySqlLedgers.On(await server.CreateDatabaseAsync(TestContext.Current.CancellationToken), Options, clock);
    }
}
