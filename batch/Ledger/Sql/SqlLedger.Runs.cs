using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger.Sql;

public abstract partial class SqlLedger
{
    public async Task<RunRecord> OpenRunAsync(RunId run, RunSettings settings, CancellationToken cancel)
    {
        var json = JsonSerializer.Serialize(settings, TaskJson.Default.RunSettings);
        await ExecuteAsync(
            $"{dialect.InsertNew} runs (run, settings, state, started, next_task, attempt) VALUES (@run, @json, 0, @now, 1, 0)",
            new { run = run.Value, json, now = Now },
            cancel);
        var found = await FindRunAsync(run, cancel) ?? throw new InvalidOperationException($"run {run} is gone from the ledger");
        return found.Settings == settings
            ? found
            : throw new RunConflictException($"run {run} exists with other settings: it has {found.Settings}, asked for is {settings}; give another run id");
    }

    public async Task<RunRecord?> FindRunAsync(RunId run, CancellationToken cancel)
    {
        var row = await ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<RunRow>("SELECT settings, state, reason, started, ended, attempt FROM runs WHERE run = @run", new { run = run.Value }),
            cancel);
        return row is null
            ? null
            : new RunRecord(
                run,
                JsonSerializer.Deserialize(row.Settings, TaskJson.Default.RunSettings)!,
                (RunState)row.State,
                row.Reason,
                DateTimeOffset.FromUnixTimeMilliseconds(row.Started),
                row.Ended is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null,
                (int)row.Attempt);
    }

    public async Task<bool> EndRunAsync(RunId run, RunState state, string? reason, CancellationToken cancel) => await ExecuteAsync(
        "UPDATE runs SET state = @state, reason = @reason, ended = @now WHERE run = @run AND state = 0",
        new { run = run.Value, state = (long)state, reason, now = Now },
        cancel) > 0;

    public Task<int> ReopenRunAsync(RunId run, int attempt, IReadOnlyCollection<long> lost, CancellationToken cancel) => WriteAsync(
        async (connection, transaction) =>
        {
            var parameters = new { run = run.Value, attempt, now = Now };
            var taken = await connection.ExecuteAsync(
                "UPDATE runs SET state = 0, reason = NULL, started = @now, ended = NULL, attempt = @attempt WHERE run = @run AND attempt < @attempt", parameters, transaction);
            if (taken == 0)
                return 0;
            foreach (var files in lost.Chunk(ValuesInAStatement))
            {
                await connection.ExecuteAsync(
                    "DELETE FROM part_errors WHERE run = @run AND file IN @files; DELETE FROM parts WHERE run = @run AND file IN @files",
                    new { run = run.Value, files },
                    transaction);
                await connection.ExecuteAsync(
                    """
                    UPDATE files SET state = 2, next_chunk = 0, in_position = 0, row_count = 0, error_count = 0, line_count = 0,
                        out_bytes = 0, error_bytes = 0, seconds = 0, hash = '', lease_until = 0
                    WHERE run = @run AND file IN @files
                    """,
                    new { run = run.Value, files },
                    transaction);
            }

            await connection.ExecuteAsync(
                """
                UPDATE tasks SET state = 0, published = 0, attempts = 0, reason = NULL
                WHERE run = @run AND task IN (
                    SELECT c.task FROM chunks c
                    JOIN files f ON f.run = c.run AND f.file = c.file
                    LEFT JOIN parts p ON p.run = c.run AND p.file = c.file AND p.idx = c.idx
                    WHERE c.run = @run AND p.file IS NULL AND f.state IN (0, 2))
                """,
                parameters,
                transaction);
            return await connection.ExecuteAsync("UPDATE files SET state = 0, reason = NULL WHERE run = @run AND state = 2", parameters, transaction);
        },
        cancel);

    public async Task<IReadOnlySet<string>> KnownFilesAsync(RunId run, IReadOnlyCollection<string> paths, CancellationToken cancel)
    {
        if (paths.Count == 0)
            return new HashSet<string>();
        var byId = new Dictionary<long, string>(paths.Count);
        foreach (var path in paths)
        {
            if (!byId.TryAdd(FileEntry.IdOf(path), path))
                throw SameNumber(path, byId[FileEntry.IdOf(path)]);
        }

        var known = await ReadAsync(
            connection => connection.QueryAsync<FileRow>("SELECT file, path FROM files WHERE run = @run AND file IN @ids", new { run = run.Value, ids = byId.Keys }),
            cancel);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in known)
        {
            if (byId[row.File] != row.Path)
                throw SameNumber(row.Path, byId[row.File]);
            found.Add(row.Path);
        }

        return found;
    }

    public Task<IReadOnlyList<TaskMessage>> RegisterAsync(RunId run, IReadOnlyList<PlannedTask> tasks, IReadOnlyList<SkippedFile> skipped, CancellationToken cancel) =>
        WriteAsync<IReadOnlyList<TaskMessage>>(
            async (connection, transaction) =>
            {
                var files = tasks.SelectMany(task => task.Chunks).GroupBy(chunk => chunk.File).Select(file => (File: file.Key, Chunks: file.Count(), State: (int)FileState.Pending, Reason: (string?)null))
                    .Concat(skipped.Select(skip => (skip.File, Chunks: 0, State: (int)(skip.IsFailure ? FileState.Failed : FileState.Skipped), Reason: (string?)skip.Reason))).ToList();
                if (files.Count == 0)
                    return [];

                // The transaction of an earlier try may have gone through although its answer was lost.
                var known = await connection.ExecuteScalarAsync<long>(
                    "SELECT COUNT(*) FROM files WHERE run = @run AND file = @first", new { run = run.Value, first = files[0].File.Id }, transaction);
                if (known > 0)
                    return [];

                await connection.ExecuteAsync("UPDATE runs SET next_task = next_task + @count WHERE run = @run", new { run = run.Value, count = tasks.Count }, transaction);
                var first = await connection.ExecuteScalarAsync<long>("SELECT next_task FROM runs WHERE run = @run", new { run = run.Value }, transaction) - tasks.Count;
                await InsertAsync(
                    connection, transaction, "INSERT INTO", "files",
                    "run, file, path, size, modified, state, reason, chunk_count, next_chunk, in_position, row_count, error_count, line_count, out_bytes, error_bytes, seconds, hash, fence, token, lease_until",
                    files,
                    file => [run.Value, file.File.Id, file.File.Path, file.File.Length, file.File.ModifiedMs, file.State, file.Reason, file.Chunks, 0, 0, 0, 0, 0, 0, 0, 0d, "", 0, "", 0]);
                await InsertAsync(
                    connection, transaction, "INSERT INTO", "tasks",
                    "run, task, state, published, attempts, fence, token, worker, lease_until",
                    tasks.Select((_, index) => first + index).ToList(),
                    number => [run.Value, number, 0, 0, 0, 0, "", "", 0]);
                await InsertAsync(
                    connection, transaction, "INSERT INTO", "chunks",
                    "run, file, idx, task, byte_from, byte_count",
                    tasks.SelectMany((task, index) => task.Chunks.Select(chunk => (Chunk: chunk, Task: first + index))).ToList(),
                    item => [run.Value, item.Chunk.File.Id, item.Chunk.Index, item.Task, item.Chunk.Offset, item.Chunk.Length]);
                return [.. tasks.Select((task, index) => new TaskMessage(
                    run.Value, first + index, [.. task.Chunks.Select(chunk => new TaskChunk(chunk.File.Path, chunk.Offset, chunk.Length))]))];
            },
            cancel);

    public Task CompleteListingAsync(RunId run, int shard, int shards, CancellationToken cancel) => ExecuteAsync(
        $"{dialect.InsertNew} shards (run, shard, shards) VALUES (@run, @shard, @shards)", new { run = run.Value, shard, shards }, cancel);

    public async Task<IReadOnlyList<FileRecord>> FilesAsync(RunId run, FileState? state, string? contains, string? after, int limit, CancellationToken cancel)
    {
        var rows = await ReadAsync(
            connection => connection.QueryAsync<FileRow>(
                """
                SELECT f.file AS File, f.path AS Path, f.size AS Size, f.state AS State, f.reason AS Reason, f.chunk_count AS ChunkCount, f.row_count AS RowCount,
                    f.error_count AS ErrorCount, f.out_bytes AS OutBytes, f.seconds AS Seconds, f.hash AS Hash,
                    (SELECT COUNT(*) FROM parts p WHERE p.run = f.run AND p.file = f.file) AS PartsDone
                FROM files f WHERE f.run = @run AND (@state < 0 OR f.state = @state) AND f.path > @after
                    AND (@like IS NULL OR f.path LIKE @like ESCAPE '!') ORDER BY f.path LIMIT @limit
                """,
                new { run = run.Value, state = (long?)state ?? -1, after = after ?? "", limit, like = contains is null ? null : $"%{LikeSpecial().Replace(contains, "!$0")}%" }),
            cancel);
        return [.. rows.Select(row => new FileRecord(
            row.Path, row.Size, (FileState)row.State, row.Reason, (int)row.ChunkCount, (int)row.PartsDone,
            row.State == (long)FileState.Done ? new FileResult(row.File, row.RowCount, row.ErrorCount, row.OutBytes, row.Hash, row.Seconds) : null))];
    }

    [GeneratedRegex("[!%_]")]
    private static partial Regex LikeSpecial();

    private static RunConflictException SameNumber(string one, string other) =>
        new($"the files '{one}' and '{other}' have the same number (xxHash64 of their paths): rename one of them");
}
