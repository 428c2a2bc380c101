using PlanetGraph.Batch.Ledger;
using PlanetGraph.Contracts;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Ledger;

/// <param name="servers">The assembly's servers.</param>
/// <param name="edition">Which database; null leaves it to <see cref="ServerEditions"/>.</param>
public abstract class MySqlLedgerContract(SharedServers servers, DatabaseEdition? edition) : LedgerContract
{
    protected override async Task<ILedger> CreateAsync(TimeProvider clock)
    {
        var server = await servers.DatabaseAsync(edition);
        return MySqlLedgers.On(await server.CreateDatabaseAsync(TestContext.Current.CancellationToken), Options, clock);
    }
}
