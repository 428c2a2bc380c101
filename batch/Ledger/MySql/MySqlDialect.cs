using System.Data.Common;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using MySqlConnector;
using PlanetGraph.Batch.Ledger.Sql;

namespace PlanetGraph.Batch.Ledger.MySql;

/// <summary>MySQL 5.7 and newer, MariaDB 10.3 and newer. Connections are pooled; many processes share the database.</summary>
internal sealed class MySqlDialect(MySqlOptions options) : SqlDialect
{
    private const MySqlErrorCode KilledOnMariaDb = (MySqlErrorCode)1927;

    private readonly MySqlDataSource _source = Open(options);

    // A named lock is the server's, not the database's: its name carries the database, shortened to the 64 characters that 5.7 allows.
    // Not by the server's own functions: 9.6 took MD5 and SHA1 away.
    private readonly string _lock = $"planet-graph:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.Database)))[..32]}";

    // Bytes decide what is the same text, as in the file system.
    public override string TableOptions => "ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin ROW_FORMAT = DYNAMIC";

    public override string InsertNew => "INSERT IGNORE INTO";

    // Statements here lock rows by key and check what they changed; gap locks would only make workers wait for each other.
    public override System.Data.IsolationLevel Isolation => System.Data.IsolationLevel.ReadCommitted;

    public override async Task<T> UseAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        try
        {
            return await work(connection);
        }
        catch when (connection.State != System.Data.ConnectionState.Open)
        {
            // The server went away: the other connections of the pool are as dead as this one.
            await MySqlConnection.ClearPoolAsync(connection, CancellationToken.None);
            throw;
        }
    }

    public override Task MigrateAsync(Func<DbConnection, Task> migration, CancellationToken cancel) => UseAsync(
        async connection =>
        {
            var seconds = (int)options.StatementTimeout.TotalSeconds / 2;
            if (await connection.ExecuteScalarAsync<long?>("SELECT GET_LOCK(@name, @seconds)", new { name = _lock, seconds }) != 1)
            {
                throw new TimeoutException($"another process has been changing the ledger's tables for {seconds} s");
            }

            try
            {
                await migration(connection);
            }
            finally
            {
                if (connection.State == System.Data.ConnectionState.Open)
                {
                    await connection.ExecuteScalarAsync<long?>("SELECT RELEASE_LOCK(@name)", new { name = _lock });
                }
            }

            return true;
        },
        cancel);

    // MySQL commits every CREATE by itself: a migration that was broken off finds its first steps done.
    public override bool IsAppliedAlready(Exception exception) =>
        exception is MySqlException { ErrorCode: MySqlErrorCode.TableExists or MySqlErrorCode.DuplicateKeyName or MySqlErrorCode.DuplicateFieldName };

    public override bool IsTransient(Exception exception) => exception switch
    {
        MySqlException { IsTransient: true } => true,
        MySqlException
        {
            ErrorCode: MySqlErrorCode.CommandTimeoutExpired or MySqlErrorCode.ServerShutdown or MySqlErrorCode.NormalShutdown
                or MySqlErrorCode.QueryInterrupted or MySqlErrorCode.OptionPreventsStatement or MySqlErrorCode.TooManyUserConnections
                or KilledOnMariaDb or MySqlErrorCode.DiskFull,
        } => true,
        MySqlException { InnerException: IOException or SocketException or EndOfStreamException or TimeoutException } => true,
        MySqlException failure => failure.ErrorCode == MySqlErrorCode.None,
        IOException or SocketException or TimeoutException => true,
        _ => false,
    };

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private static MySqlDataSource Open(MySqlOptions options)
    {
        var connection = new MySqlConnectionStringBuilder
        {
            Server = options.Host,
            Port = (uint)options.Port,
            Database = options.Database,
            UserID = options.Username,
            Password = options.Password,
            ConnectionTimeout = 10,
            DefaultCommandTimeout = (uint)options.StatementTimeout.TotalSeconds,
            MaximumPoolSize = (uint)options.MaximumConnections,
            // Nothing here changes a session after its start, so a round trip for each use is saved.
            ConnectionReset = false,
            ApplicationName = "planet-graph",
        };
        return new MySqlDataSourceBuilder(connection.ConnectionString)
            .UseConnectionOpenedCallback(static async (context, cancel) =>
            {
                await using var command = new MySqlCommand("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", context.Connection);
                await command.ExecuteNonQueryAsync(cancel);
            })
            .Build();
    }

    private async Task<MySqlConnection> OpenAsync(CancellationToken cancel)
    {
        try
        {
            return await _source.OpenConnectionAsync(cancel);
        }
        catch (MySqlException refused) when (Remedy(refused.ErrorCode) is { } remedy)
        {
            throw new LedgerUnavailableException($"the ledger at {options.Host}:{options.Port} refuses the user '{options.Username}': {refused.Message}. {remedy}", refused);
        }
    }

    private string? Remedy(MySqlErrorCode code) => code switch
    {
        MySqlErrorCode.AccessDenied => "Check ledger.username and ledger.password.",
        MySqlErrorCode.DatabaseAccessDenied => $"GRANT ALL ON {options.Database}.* to it.",
        MySqlErrorCode.UnknownDatabase => $"CREATE DATABASE {options.Database}, or name another with ledger.database.",
        _ => null,
    };
}
