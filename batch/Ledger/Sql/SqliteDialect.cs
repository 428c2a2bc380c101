using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PlanetGraph.Batch.Ledger.Sql;

/// <summary>One file. One connection, used in turn: SQLite has one writer anyway, and waiting for it in a queue is fairer than polling.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    private readonly string connectionString;
    private readonly SemaphoreSlim turn = new(1);
    private SqliteConnection? connection;

    public SqliteDialect(string path) => connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = false,
    }.ToString();

    public override string InsertNew => "INSERT OR IGNORE INTO";

    public override async Task<T> UseAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await work(connection ??= Open());
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
        {
            throw new LedgerUnavailableException("the disk with the ledger is full", failure);
        }
        finally
        {
            turn.Release();
        }
    }

    public override Task MigrateAsync(Func<DbConnection, Task> migration, CancellationToken cancel) => UseAsync(
        async opened =>
        {
            await opened.ExecuteAsync("BEGIN EXCLUSIVE");
            try
            {
                await migration(opened);
                await opened.ExecuteAsync("COMMIT");
            }
            catch
            {
                await opened.ExecuteAsync("ROLLBACK");
                throw;
            }

            return true;
        },
        cancel);

    public override bool IsTransient(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED };

    public override async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        turn.Dispose();
    }

    // A transaction that a power failure takes back only means work done again, so the log need not be synced on every commit.
    private SqliteConnection Open()
    {
        var opened = new SqliteConnection(connectionString);
        try
        {
            opened.Open();
            opened.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000;");
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}
