using Dapper;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger.Sql;

public abstract partial class SqlLedger
{
    public async Task<IReadOnlyList<long>> FilesToAssembleAsync(RunId run, int limit, CancellationToken cancel)
    {
        var files = await ReadAsync(
            connection => connection.QueryAsync<long>(
                """
                SELECT f.file FROM files f WHERE f.run = @run AND f.state = 0 AND f.lease_until < @now
                    AND (f.next_chunk = f.chunk_count OR EXISTS (SELECT 1 FROM parts p WHERE p.run = f.run AND p.file = f.file AND p.idx = f.next_chunk))
                ORDER BY f.file LIMIT @limit
                """,
                new { run = run.Value, now = Now, limit }),
            cancel);
        return [.. files];
    }

    public async Task<AssemblyClaim?> ClaimAssemblyAsync(RunId run, long file, string worker, CancellationToken cancel)
    {
        var token = Guid.NewGuid().ToString("N");
        var row = await ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<FileRow>(
                """
                UPDATE files SET fence = fence + 1, token = @token, lease_until = @until
                WHERE run = @run AND file = @file AND state = 0 AND (lease_until < @now OR token = @token);
                SELECT file AS File, path AS Path, size AS Size, modified AS Modified, chunk_count AS ChunkCount, next_chunk AS NextChunk, in_position AS InPosition,
                    row_count AS RowCount, error_count AS ErrorCount, line_count AS LineCount, out_bytes AS OutBytes, error_bytes AS ErrorBytes, seconds AS Seconds,
                    hash AS Hash, fence AS Fence, token AS Token
                FROM files WHERE run = @run AND file = @file AND state = 0 AND token = @token;
                """,
                new { run = run.Value, file, token, now = Now, until = LeaseEnd }),
            cancel);
        return row is null
            ? null
            : new AssemblyClaim(
                run, new FileEntry(row.Path, row.Size, row.Modified), (int)row.ChunkCount, row.Fence,
                new AssemblyProgress(
                    (int)row.NextChunk, row.InPosition, row.RowCount, row.ErrorCount, row.LineCount, row.OutBytes, row.ErrorBytes, row.Seconds, row.Hash));
    }

    public async Task<IReadOnlyList<ChunkPart>> PartsAsync(RunId run, long file, int from, int limit, CancellationToken cancel)
    {
        var rows = await ReadAsync(
            connection => connection.QueryAsync<ChunkRow>(
                """
                SELECT f.path AS Path, f.size AS Size, f.modified AS Modified, c.idx AS Idx, c.byte_from AS ByteFrom, c.byte_count AS ByteCount, p.file AS File,
                    p.path AS PartPath, p.errors_path AS ErrorsPath, p.in_from AS FromByte, p.in_to AS ToByte, p.row_count AS RowCount, p.error_count AS ErrorCount,
                    p.line_count AS LineCount, p.out_bytes AS OutBytes, p.error_bytes AS ErrorBytes, p.hash AS Hash, p.seconds AS Seconds
                FROM parts p
                JOIN chunks c ON c.run = p.run AND c.file = p.file AND c.idx = p.idx
                JOIN files f ON f.run = p.run AND f.file = p.file
                WHERE p.run = @run AND p.file = @file AND p.idx >= @from AND p.idx < @from + @limit ORDER BY p.idx
                """,
                new { run = run.Value, file, from, limit }),
            cancel);
        return [.. rows.TakeWhile((row, index) => row.Idx == from + index).Select(row => new ChunkPart(ToChunk(row), ToPart(row)))];
    }

    public Task<bool> ReplacePartAsync(AssemblyClaim claim, Part part, CancellationToken cancel) => WriteAsync(
        async (connection, transaction) =>
        {
            var parameters = new { run = claim.Run.Value, file = part.File, idx = part.Index, fence = claim.Fence, until = LeaseEnd };
            if (await connection.ExecuteAsync("UPDATE files SET lease_until = @until WHERE run = @run AND file = @file AND fence = @fence AND state = 0", parameters, transaction) == 0)
                return false;
            await connection.ExecuteAsync(
                "DELETE FROM part_errors WHERE run = @run AND file = @file AND idx = @idx; DELETE FROM parts WHERE run = @run AND file = @file AND idx = @idx",
                parameters,
                transaction);
            await InsertPartsAsync(connection, transaction, claim.Run, [part]);
            return true;
        },
        cancel);

    public async Task<bool> AdvanceAssemblyAsync(AssemblyClaim claim, AssemblyProgress progress, CancellationToken cancel) => await ExecuteAsync(
        """
        UPDATE files SET next_chunk = @NextChunk, in_position = @Position, row_count = @Rows, error_count = @Errors, line_count = @Lines,
            out_bytes = @Bytes, error_bytes = @ErrorBytes, seconds = @Seconds, hash = @HashState, lease_until = @until
        WHERE run = @run AND file = @file AND fence = @fence AND state = 0
        """,
        new
        {
            run = claim.Run.Value,
            file = claim.File.Id,
            fence = claim.Fence,
            until = LeaseEnd,
            progress.NextChunk,
            progress.Position,
            progress.Rows,
            progress.Errors,
            progress.Lines,
            progress.Bytes,
            progress.ErrorBytes,
            progress.Seconds,
            progress.HashState,
        },
        cancel) > 0;

    public Task<bool> FinishAssemblyAsync(AssemblyClaim claim, FileResult result, CancellationToken cancel) => WriteAsync(
        async (connection, transaction) =>
        {
            var parameters = new
            {
                run = claim.Run.Value,
                file = result.File,
                fence = claim.Fence,
                rows = result.Rows,
                errors = result.Errors,
                bytes = result.Bytes,
                hash = result.Hash,
                seconds = result.Seconds,
            };
            return await connection.ExecuteAsync(
                """
                UPDATE files SET state = 1, row_count = @rows, error_count = @errors, out_bytes = @bytes, hash = @hash, seconds = @seconds, lease_until = 0
                WHERE run = @run AND file = @file AND fence = @fence AND state = 0
                """,
                parameters,
                transaction) > 0
                || await connection.ExecuteScalarAsync<long>(
                    "SELECT COUNT(*) FROM files WHERE run = @run AND file = @file AND fence = @fence AND state = 1", parameters, transaction) > 0;
        },
        cancel);

    public Task ReleaseAssemblyAsync(AssemblyClaim claim, CancellationToken cancel) => ExecuteAsync(
        "UPDATE files SET lease_until = 0 WHERE run = @run AND file = @file AND fence = @fence",
        new { run = claim.Run.Value, file = claim.File.Id, fence = claim.Fence },
        cancel);

    // The numbers are in the files' only part already: one statement for all of them.
    public Task FinishWholeFilesAsync(RunId run, IReadOnlyCollection<long> files, CancellationToken cancel) => files.Count == 0
        ? Task.CompletedTask
        : ExecuteAsync(
            """
            UPDATE files SET state = 1,
                row_count = (SELECT p.row_count FROM parts p WHERE p.run = files.run AND p.file = files.file AND p.idx = 0),
                error_count = (SELECT p.error_count FROM parts p WHERE p.run = files.run AND p.file = files.file AND p.idx = 0),
                out_bytes = (SELECT p.out_bytes FROM parts p WHERE p.run = files.run AND p.file = files.file AND p.idx = 0),
                hash = (SELECT p.hash FROM parts p WHERE p.run = files.run AND p.file = files.file AND p.idx = 0),
                seconds = (SELECT p.seconds FROM parts p WHERE p.run = files.run AND p.file = files.file AND p.idx = 0)
            WHERE run = @run AND file IN @files AND state = 0 AND chunk_count = 1
            """,
            new { run = run.Value, files },
            cancel);

    public Task FailFileAsync(RunId run, FileFailure failure, CancellationToken cancel) =>
        WriteAsync((connection, transaction) => FailFileAsync(connection, transaction, run, failure), cancel);

    private static Part ToPart(ChunkRow row) => new(
        row.File, (int)row.Idx, row.PartPath, row.ErrorsPath, row.FromByte, row.ToByte, row.RowCount, row.ErrorCount, row.LineCount,
        row.OutBytes, row.ErrorBytes, row.Hash, row.Seconds);
}
