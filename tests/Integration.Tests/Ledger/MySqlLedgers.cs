using Microsoft.Extensions.Options;
using MySqlConnector;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Ledger.MySql;

namespace PlanetGraph.Integration.Tests.Ledger;

/// <summary>Ledgers for the tests of them.</summary>
internal static class MySqlLedgers
{
    public static MySqlLedger On(string database, LedgerOptions options, TimeProvider? clock = null, Action<MySqlOptions>? change = null)
    {
        var address = new MySqlConnectionStringBuilder(database);
        var mySql = new MySqlOptions
        {
            Host = address.Server, Port = (int)address.Port, Database = address.Database, Username = address.UserID, Password = address.Password,
        };
        change?.Invoke(mySql);
        return new MySqlLedger(Options.Create(mySql), Options.Create(options), clock ?? TimeProvider.System);
    }
}
