using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Tasks;
using Polly;
using Polly.Retry;

namespace PlanetGraph.Batch.Ledger.Sql;

/// <summary>
/// The ledger on SQL. A statement that a broken connection leaves in doubt is sent again, so every one of them may run twice:
/// claims know their own token, results know their own fence.
/// </summary>
public abstract partial class SqlLedger : ILedger
{
    // Few round trips, and far below what databases allow.
    private const int ValuesInAStatement = 900;

    private readonly SqlDialect dialect;
    private readonly LedgerOptions options;
    private readonly TimeProvider clock;
    private readonly ResiliencePipeline retry;

    protected SqlLedger(SqlDialect dialect, IOptions<LedgerOptions> options, TimeProvider clock)
    {
        this.dialect = dialect;
        this.options = options.Value;
        this.clock = clock;
        retry = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is { } failure && dialect.IsTransient(failure) && !PatienceIsOver(attempt.Context)),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(50),
            MaxDelay = TimeSpan.FromSeconds(5),
            MaxRetryAttempts = int.MaxValue,
        }).Build();
    }

    private static readonly ResiliencePropertyKey<long> Began = new("began");

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private long LeaseEnd => Now + (long)options.Lease.TotalMilliseconds;

    public async Task MigrateAsync(CancellationToken cancel)
    {
        await RetryAsync(
            async () =>
            {
                await dialect.MigrateAsync(ApplyMigrationsAsync, cancel);
                return true;
            },
            cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await dialect.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task ApplyMigrationsAsync(DbConnection connection)
    {
        await connection.ExecuteAsync(Schema.VersionTable);
        var applied = await connection.ExecuteScalarAsync<long>("SELECT COALESCE(MAX(version), 0) FROM schema_version");
        var migrations = Schema.Migrations(dialect.TableOptions);
        if (applied > migrations.Count)
            throw new RunConflictException($"the ledger has schema version {applied}, this program knows {migrations.Count}: use the newer program");
        for (var version = (int)applied; version < migrations.Count; version++)
        {
            foreach (var statement in migrations[version])
                await ApplyAsync(connection, statement);
            await connection.ExecuteAsync("INSERT INTO schema_version (version) VALUES (@version)", new { version = version + 1 });
        }
    }

    private async Task ApplyAsync(DbConnection connection, string statement)
    {
        try
        {
            await connection.ExecuteAsync(statement);
        }
        catch (Exception failure) when (dialect.IsAppliedAlready(failure))
        {
        }
    }

    private Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancel) =>
        RetryAsync(() => dialect.UseAsync(work, cancel), cancel);

    private Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancel) => ReadAsync(
        async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(dialect.Isolation, cancel);
            var result = await work(connection, transaction);
            await transaction.CommitAsync(cancel);
            return result;
        },
        cancel);

    private Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancel) =>
        ReadAsync(connection => connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel)), cancel);

    private async Task<T> RetryAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        var context = ResilienceContextPool.Shared.Get(cancel);
        context.Properties.Set(Began, clock.GetTimestamp());
        try
        {
            return await retry.ExecuteAsync(static async (_, work) => await work(), context, work);
        }
        catch (Exception failure) when (dialect.IsTransient(failure))
        {
            throw new LedgerUnavailableException($"the ledger stayed away for {options.Patience.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s: {failure.Message}", failure);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool PatienceIsOver(ResilienceContext context) =>
        clock.GetElapsedTime(context.Properties.GetValue(Began, 0)) > options.Patience;

    private static async Task InsertAsync<T>(DbConnection connection, DbTransaction transaction, string verb, string table, string columns, IReadOnlyList<T> rows, Func<T, object?[]> values)
    {
        var width = columns.Split(',').Length;
        foreach (var block in rows.Chunk(ValuesInAStatement / width))
        {
            var parameters = new DynamicParameters();
            var tuples = new string[block.Length];
            for (var row = 0; row < block.Length; row++)
            {
                var fields = values(block[row]);
                for (var column = 0; column < width; column++)
                    parameters.Add($"p{row}_{column}", fields[column]);
                tuples[row] = $"({string.Join(',', Enumerable.Range(0, width).Select(column => $"@p{row}_{column}"))})";
            }

            await connection.ExecuteAsync($"{verb} {table} ({columns}) VALUES {string.Join(',', tuples)}", parameters, transaction);
        }
    }

    private static FileEntry Entry(ChunkRow row) => new(row.Path, row.Size, row.Modified);

    private static Chunk ToChunk(ChunkRow row) => new(Entry(row), (int)row.Idx, row.ByteFrom, row.ByteCount);

    private static TaskMessage ToMessage(RunId run, IGrouping<long, ChunkRow> task) =>
        new(run.Value, task.Key, [.. task.Select(row => new TaskChunk(row.Path, row.ByteFrom, row.ByteCount))]);
}
