using System.Data.Common;
using Dapper;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger.Sql;

public abstract partial class SqlLedger
{
    private const string ChunksToDo =
        """
        SELECT c.task AS Task, f.path AS Path, f.size AS Size, f.modified AS Modified, c.idx AS Idx, c.byte_from AS ByteFrom, c.byte_count AS ByteCount
        FROM chunks c
        JOIN files f ON f.run = c.run AND f.file = c.file
        LEFT JOIN parts p ON p.run = c.run AND p.file = c.file AND p.idx = c.idx
        WHERE c.run = @run AND c.task = @task AND f.state = 0 AND p.file IS NULL
        ORDER BY f.path, c.idx
        """;

    private const string PartColumns =
        "run, file, idx, path, errors_path, in_from, in_to, row_count, error_count, line_count, out_bytes, error_bytes, hash, seconds";

    public async Task<IReadOnlyList<TaskMessage>> UnpublishedTasksAsync(RunId run, int limit, CancellationToken cancel)
    {
        var rows = await ReadAsync(
            connection => connection.QueryAsync<ChunkRow>(
                """
                SELECT t.task AS Task, f.path AS Path, c.byte_from AS ByteFrom, c.byte_count AS ByteCount
                FROM (SELECT task FROM tasks WHERE run = @run AND state = 0 AND published = 0 ORDER BY task LIMIT @limit) t
                JOIN chunks c ON c.run = @run AND c.task = t.task
                JOIN files f ON f.run = c.run AND f.file = c.file
                ORDER BY t.task, f.path, c.idx
                """,
                new { run = run.Value, limit }),
            cancel);
        return [.. rows.GroupBy(row => row.Task).Select(task => ToMessage(run, task))];
    }

    public Task MarkPublishedAsync(RunId run, IReadOnlyCollection<long> tasks, CancellationToken cancel) => tasks.Count == 0
        ? Task.CompletedTask
        : ExecuteAsync("UPDATE tasks SET published = 1 WHERE run = @run AND task IN @tasks", new { run = run.Value, tasks }, cancel);

    public Task<int> ReopenLapsedAsync(RunId run, CancellationToken cancel) => ExecuteAsync(
        "UPDATE tasks SET state = 0, published = 0 WHERE run = @run AND state = 1 AND lease_until < @now", new { run = run.Value, now = Now }, cancel);

    public Task<int> ReopenRunningAsync(RunId run, CancellationToken cancel) => WriteAsync(
        async (connection, transaction) =>
        {
            var parameters = new { run = run.Value };
            await connection.ExecuteAsync("UPDATE files SET lease_until = 0 WHERE run = @run AND state = 0", parameters, transaction);
            return await connection.ExecuteAsync(
                "UPDATE tasks SET state = 0, published = 0, attempts = attempts - 1 WHERE run = @run AND state = 1", parameters, transaction);
        },
        cancel);

    public Task<int> ReopenPublishedAsync(RunId run, CancellationToken cancel) => ExecuteAsync(
        "UPDATE tasks SET published = 0 WHERE run = @run AND state = 0 AND published = 1", new { run = run.Value }, cancel);

    public async Task<ClaimResult> ClaimAsync(RunId run, long task, string worker, CancellationToken cancel)
    {
        var token = Guid.NewGuid().ToString("N");
        var (row, chunks) = await ReadAsync(
            async connection =>
            {
                var parameters = new { run = run.Value, task, worker, token, now = Now, until = LeaseEnd, limit = options.AttemptLimit };
                await using var results = await connection.QueryMultipleAsync(
                    $"""
                    UPDATE tasks SET state = 1, published = 1, fence = fence + 1, attempts = attempts + CASE WHEN token = @token THEN 0 ELSE 1 END,
                        token = @token, worker = @worker, lease_until = @until
                    WHERE run = @run AND task = @task AND (state = 0 OR (state = 1 AND (lease_until < @now OR token = @token)))
                        AND (attempts < @limit OR token = @token) AND EXISTS (SELECT 1 FROM runs r WHERE r.run = @run AND r.state = 0);
                    SELECT t.state AS State, t.fence AS Fence, t.attempts AS Attempts, t.token AS Token, t.lease_until AS LeaseUntil, r.state AS RunState
                        FROM tasks t JOIN runs r ON r.run = t.run WHERE t.run = @run AND t.task = @task;
                    {ChunksToDo};
                    """,
                    parameters);
                return (await results.ReadSingleOrDefaultAsync<TaskRow>(), (await results.ReadAsync<ChunkRow>()).ToList());
            },
            cancel);
        if (row is null)
            return new ClaimResult(ClaimOutcome.Unknown);
        if (row.Token == token && row.State == (long)TaskState.Running)
            return new ClaimResult(ClaimOutcome.Claimed, new TaskClaim(run, task, row.Fence, (int)row.Attempts, [.. chunks.Select(ToChunk)]));
        if (row.RunState != (long)RunState.Open || row.State is (long)TaskState.Done or (long)TaskState.Failed)
            return new ClaimResult(ClaimOutcome.Settled);
        if (row.State == (long)TaskState.Running && row.LeaseUntil >= Now)
            return new ClaimResult(ClaimOutcome.Held);
        if (row.Attempts < options.AttemptLimit)
            return new ClaimResult(ClaimOutcome.Held);

        await WriteAsync(
            (connection, transaction) => GiveUpAsync(connection, transaction, run, task, row.Fence, $"gave up after {row.Attempts} attempts: the last worker died over it"),
            cancel);
        return new ClaimResult(ClaimOutcome.Settled);
    }

    public async Task<bool> ExtendAsync(TaskClaim claim, CancellationToken cancel) => await ExecuteAsync(
        """
        UPDATE tasks SET lease_until = @until WHERE run = @run AND task = @task AND fence = @fence AND state = 1
            AND EXISTS (SELECT 1 FROM runs r WHERE r.run = @run AND r.state = 0)
        """,
        new { run = claim.Run.Value, task = claim.Task, fence = claim.Fence, until = LeaseEnd },
        cancel) > 0;

    public Task<bool> CompleteAsync(TaskClaim claim, IReadOnlyList<Part> parts, IReadOnlyList<FileFailure> failures, CancellationToken cancel) => WriteAsync(
        async (connection, transaction) =>
        {
            if (!await LeaveAsync(connection, transaction, claim, TaskState.Done, attemptsBack: 0, reason: null))
                return await connection.ExecuteScalarAsync<long>(
                    "SELECT COUNT(*) FROM tasks WHERE run = @run AND task = @task AND fence = @fence AND state = 2",
                    new { run = claim.Run.Value, task = claim.Task, fence = claim.Fence },
                    transaction) > 0;
            await InsertPartsAsync(connection, transaction, claim.Run, parts);
            foreach (var failure in failures)
                await FailFileAsync(connection, transaction, claim.Run, failure);
            return true;
        },
        cancel);

    public Task HandBackAsync(TaskClaim claim, CancellationToken cancel) => WriteAsync(
        (connection, transaction) => LeaveAsync(connection, transaction, claim, TaskState.Waiting, attemptsBack: 1, reason: null), cancel);

    public Task<bool> FailAsync(TaskClaim claim, string reason, IReadOnlyList<Part> parts, CancellationToken cancel) => WriteAsync(
        async (connection, transaction) =>
        {
            if (!await LeaveAsync(connection, transaction, claim, TaskState.Waiting, attemptsBack: 0, reason))
                return true;
            await InsertPartsAsync(connection, transaction, claim.Run, parts);
            if (claim.Attempt < options.AttemptLimit)
                return true;
            await GiveUpAsync(connection, transaction, claim.Run, claim.Task, claim.Fence, claim.Attempt == 1 ? reason : $"gave up after {claim.Attempt} attempts: {reason}");
            return false;
        },
        cancel);

    // A task that waits again after this stays published where the worker still has its message to return; the publisher's reconciling finds the rest.
    private static async Task<bool> LeaveAsync(DbConnection connection, DbTransaction transaction, TaskClaim claim, TaskState state, int attemptsBack, string? reason) =>
        await connection.ExecuteAsync(
            """
            UPDATE tasks SET state = @state, attempts = attempts - @attemptsBack, reason = COALESCE(@reason, reason), lease_until = 0
            WHERE run = @run AND task = @task AND fence = @fence AND state = 1
            """,
            new { run = claim.Run.Value, task = claim.Task, fence = claim.Fence, state = (long)state, attemptsBack, reason },
            transaction) > 0;

    private static async Task<bool> GiveUpAsync(DbConnection connection, DbTransaction transaction, RunId run, long task, long fence, string reason)
    {
        var parameters = new { run = run.Value, task, fence, reason };
        if (await connection.ExecuteAsync("UPDATE tasks SET state = 3, reason = @reason WHERE run = @run AND task = @task AND fence = @fence AND state IN (0, 1)", parameters, transaction) == 0)
            return false;
        await connection.ExecuteAsync(
            """
            UPDATE files SET state = 2, reason = @reason WHERE run = @run AND state = 0 AND file IN (
                SELECT c.file FROM chunks c LEFT JOIN parts p ON p.run = c.run AND p.file = c.file AND p.idx = c.idx
                WHERE c.run = @run AND c.task = @task AND p.file IS NULL)
            """,
            parameters,
            transaction);
        return true;
    }

    private static async Task InsertPartsAsync(DbConnection connection, DbTransaction transaction, RunId run, IReadOnlyList<Part> parts)
    {
        await InsertAsync(
            connection, transaction, "INSERT INTO", "parts", PartColumns, parts,
            part => [
                run.Value, part.File, part.Index, part.Path, part.ErrorsPath, part.From, part.To, part.Rows, part.Errors, part.Lines,
                part.Bytes, part.ErrorBytes, part.Hash, part.Seconds]);
        await InsertAsync(
            connection, transaction, "INSERT INTO", "part_errors", "run, file, idx, reason, row_count",
            parts.SelectMany(part => part.Reasons.Select(reason => (Part: part, Reason: reason))).ToList(),
            error => [run.Value, error.Part.File, error.Part.Index, error.Reason.Reason.ToString(), error.Reason.Rows]);
    }

    private static Task<int> FailFileAsync(DbConnection connection, DbTransaction transaction, RunId run, FileFailure failure) => connection.ExecuteAsync(
        "UPDATE files SET state = 2, reason = @reason WHERE run = @run AND file = @file AND state = 0",
        new { run = run.Value, file = failure.File, reason = failure.Reason },
        transaction);
}
