using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Ledger.Sql;

/// <summary>The ledger of the standalone program: one SQLite file.</summary>
public sealed class SqliteLedger(string path, IOptions<LedgerOptions> options, TimeProvider clock)
    : SqlLedger(new SqliteDialect(path), options, clock);
