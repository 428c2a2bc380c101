using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Ledger.Sql;

namespace PlanetGraph.Batch.Ledger.MySql;

/// <summary>The ledger that publisher and workers share: MySQL or MariaDB.</summary>
public sealed class MySqlLedger(IOptions<MySqlOptions> database, IOptions<LedgerOptions> options, TimeProvider clock)
    : SqlLedger(new MySqlDialect(database.Value), options, clock);
