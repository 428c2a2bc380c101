using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Assembly;

/// <summary>Ends a run: writes the manifest, then <c>_SUCCESS</c> when all is well, then ends it in the ledger. Killed in between, it can be done again.</summary>
public sealed class RunEnd(ILedger ledger, IResultStorage storage)
{
    private const int FilesAtATime = 5000;
    private static readonly JsonSerializerOptions Readable = new(ManifestJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ManifestJson Json = new(Readable);

    /// <summary>Ends the run when every file has ended.</summary>
    /// <returns>The run as it ended; null when there is still something to do.</returns>
    public async Task<RunRecord?> FinishAsync(RunId run, CancellationToken cancel)
    {
        var progress = await ledger.ProgressAsync(run, cancel);
        return progress.IsSettled ? await EndAsync(run, progress.FilesFailed > 0 ? RunState.Failed : RunState.Complete, null, cancel) : null;
    }

    /// <summary>Ends the run now, whatever is left; the files that have not ended stay pending in the manifest.</summary>
    public Task<RunRecord> CancelAsync(RunId run, string reason, CancellationToken cancel) => EndAsync(run, RunState.Cancelled, reason, cancel);

    private async Task<RunRecord> EndAsync(RunId run, RunState state, string? reason, CancellationToken cancel)
    {
        var record = await ledger.FindRunAsync(run, cancel) ?? throw new InvalidOperationException($"the ledger has no run {run}");
        if (record.State != RunState.Open)
            return record;
        if (state == RunState.Cancelled)
            await ledger.EndRunAsync(run, state, reason, cancel);
        await storage.DeleteAsync([ResultPaths.Success], cancel);
        await WriteManifestAsync(record with { State = state, Reason = reason }, await ledger.ProgressAsync(run, cancel), cancel);
        if (state == RunState.Complete)
        {
            await using var success = await storage.CreateAsync(ResultPaths.Success, cancel);
            await success.CommitAsync(cancel);
        }

        await ledger.EndRunAsync(run, state, reason, cancel);

        // A cancelled run may be opened again, and goes on with its parts.
        if (state != RunState.Cancelled)
            await storage.DeleteFolderAsync(ResultPaths.Parts, cancel);
        return await ledger.FindRunAsync(run, cancel) ?? record;
    }

    // A line a file, so that a manifest of a million files is written, read and compared by lines.
    private async Task WriteManifestAsync(RunRecord run, RunProgress progress, CancellationToken cancel)
    {
        await using var manifest = await storage.CreateAsync(ResultPaths.Manifest, cancel);
        var buffer = new ArrayBufferWriter<byte>();
        var head = new ManifestHead(
            run.Id.Value,
            run.State.ToString().ToLowerInvariant(),
            run.Reason,
            run.Settings,
            new ManifestSums(progress.Files, progress.FilesDone, progress.FilesFailed, progress.FilesSkipped, progress.FilesPending, 0, 0),
            progress.Errors > 0 && await ledger.ErrorReasonsAsync(run.Id, FileState.Done, cancel) is { Count: > 0 } reasons ? reasons : null);
        long rows = 0, errors = 0;
        buffer.Write("{\"files\":["u8);
        string? after = null;
        while (await ledger.FilesAsync(run.Id, null, null, after, FilesAtATime, cancel) is { Count: > 0 } files)
        {
            foreach (var file in files)
            {
                buffer.Write(after is null ? "\n"u8 : ",\n"u8);
                buffer.Write(JsonSerializer.SerializeToUtf8Bytes(Line(file, run.Settings.Format), Json.ManifestFile));
                after = file.Path;
                rows += file.Result?.Rows ?? 0;
                errors += file.Result?.Errors ?? 0;
            }

            await manifest.WriteAsync(buffer.WrittenMemory, cancel);
            buffer.ResetWrittenCount();
        }

        buffer.Write("\n],\"summary\":"u8);
        buffer.Write(JsonSerializer.SerializeToUtf8Bytes(head with { Sums = head.Sums with { Rows = rows, Errors = errors } }, Json.ManifestHead));
        buffer.Write("}\n"u8);
        await manifest.WriteAsync(buffer.WrittenMemory, cancel);
        await manifest.CommitAsync(cancel);
    }

    private static ManifestFile Line(FileRecord file, OutputFormat format) => new(
        file.Path,
        file.State.ToString().ToLowerInvariant(),
        file.Reason,
        file.Result is null ? null : ResultPaths.Result(file.Path, format),
        file.Result?.Rows ?? 0,
        file.Result?.Errors ?? 0,
        file.Result?.Bytes ?? 0,
        file.Result?.Hash,
        file.Result is { } result ? Math.Round(result.Seconds, 3) : null);
}
