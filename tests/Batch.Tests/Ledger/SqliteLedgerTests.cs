using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Ledger.Sql;
using PlanetGraph.Contracts;

namespace PlanetGraph.Batch.Tests.Ledger;

public sealed class SqliteLedgerTests : LedgerContract, IDisposable
{
    private readonly TempFolder folder = new();

    protected override Task<ILedger> CreateAsync(TimeProvider clock) =>
        Task.FromResult<ILedger>(new SqliteLedger(folder["ledger.db"], Microsoft.Extensions.Options.Options.Create(Options), clock));

    public void Dispose() => folder.Dispose();
}
