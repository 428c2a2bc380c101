using Dapper;
using Microsoft.Data.Sqlite;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Ledger.Sql;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Contracts;

namespace PlanetGraph.Batch.Tests.Ledger;

public sealed class SqliteLedgerTests : LedgerContract, IDisposable
{
    private readonly TempFolder folder = new();

    protected override Task<ILedger> CreateAsync(TimeProvider clock) =>
        Task.FromResult<ILedger>(new SqliteLedger(folder["ledger.db"], Microsoft.Extensions.Options.Options.Create(Options), clock));

    [Fact]
    public async Task Migrate_LedgerOfTheFirstVersion_KeepsItsRunAndCountsFromThenOn()
    {
        var cancel = TestContext.Current.CancellationToken;
        var run = RunId.Parse("old-run");
        await using (var old = await CreateAsync(TimeProvider.System))
        {
            await old.MigrateAsync(cancel);
            await old.OpenRunAsync(run, new RunSettings("1613965896"), cancel);
        }

        using (var connection = new SqliteConnection($"Data Source={folder["ledger.db"]};Pooling=false"))
        {
            connection.Open();
            connection.Execute("DROP TABLE part_errors; DELETE FROM schema_version WHERE version > 1");
        }

        await using var ledger = await CreateAsync(TimeProvider.System);
        await ledger.MigrateAsync(cancel);

        Assert.NotNull(await ledger.FindRunAsync(run, cancel));
        Assert.Empty(await ledger.ErrorReasonsAsync(run, null, cancel));
    }

    public void Dispose() => folder.Dispose();
}
