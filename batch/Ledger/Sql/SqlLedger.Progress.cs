using Dapper;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger.Sql;

public abstract partial class SqlLedger
{
    public Task<RunProgress> ProgressAsync(RunId run, CancellationToken cancel) => ReadAsync(
        async connection =>
        {
            await using var sums = await connection.QueryMultipleAsync(
                """
                SELECT COUNT(*) AS Count, COALESCE(MAX(shards), -1) AS State FROM shards WHERE run = @run;
                SELECT state AS State, COUNT(*) AS Count, CAST(SUM(size) AS SIGNED) AS Bytes FROM files WHERE run = @run GROUP BY state;
                SELECT state AS State, published AS Published, COUNT(*) AS Count, CAST(SUM(CASE WHEN attempts > 1 THEN attempts - 1 ELSE 0 END) AS SIGNED) AS Retries
                    FROM tasks WHERE run = @run GROUP BY state, published;
                SELECT CAST(COALESCE(SUM(row_count), 0) AS SIGNED) AS `Rows`, CAST(COALESCE(SUM(error_count), 0) AS SIGNED) AS Errors,
                    CAST(COALESCE(SUM(in_to - in_from), 0) AS SIGNED) AS Bytes FROM parts WHERE run = @run;
                """,
                new { run = run.Value });
            var shards = await sums.ReadSingleAsync<SumRow>();
            var files = (await sums.ReadAsync<SumRow>()).ToDictionary(row => (FileState)row.State);
            var tasks = (await sums.ReadAsync<SumRow>()).ToList();
            var parts = await sums.ReadSingleAsync<SumRow>();
            long Files(FileState state) => files.TryGetValue(state, out var row) ? row.Count : 0;
            long Tasks(TaskState state) => tasks.Where(row => row.State == (long)state).Sum(row => row.Count);
            return new RunProgress(
                IsListed: shards.Count >= shards.State && shards.Count > 0,
                Files(FileState.Pending), Files(FileState.Done), Files(FileState.Failed), Files(FileState.Skipped),
                Tasks(TaskState.Waiting),
                tasks.Where(row => row is { State: (long)TaskState.Waiting, Published: 0 }).Sum(row => row.Count),
                Tasks(TaskState.Running), Tasks(TaskState.Done), Tasks(TaskState.Failed),
                Bytes: files.Where(file => file.Key != FileState.Skipped).Sum(file => file.Value.Bytes),
                BytesDone: parts.Bytes, parts.Rows, parts.Errors,
                Retries: tasks.Sum(row => row.Retries));
        },
        cancel);

    public Task<bool> IsSettledAsync(RunId run, CancellationToken cancel) => ReadAsync(
        connection => connection.ExecuteScalarAsync<bool>(
            """
            SELECT (SELECT COUNT(*) > 0 AND COUNT(*) >= MAX(shards) FROM shards WHERE run = @run)
                AND NOT EXISTS (SELECT 1 FROM files WHERE run = @run AND state = 0)
            """,
            new { run = run.Value }),
        cancel);

    public async Task<IReadOnlyList<WorkerRecord>> WorkersAsync(RunId run, CancellationToken cancel)
    {
        var rows = await ReadAsync(
            connection => connection.QueryAsync<(string Worker, long Tasks, long Until)>(
                "SELECT worker, COUNT(*), MAX(lease_until) FROM tasks WHERE run = @run AND state = 1 AND lease_until >= @now GROUP BY worker ORDER BY worker",
                new { run = run.Value, now = Now }),
            cancel);
        return [.. rows.Select(row => new WorkerRecord(row.Worker, (int)row.Tasks, DateTimeOffset.FromUnixTimeMilliseconds(row.Until) - options.Lease))];
    }
}
