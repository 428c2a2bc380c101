using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Assembly;

/// <summary>
/// Joins where files can grow: parts are written on as they come, made durable, noted in the ledger, then deleted. What a crashed assembler
/// wrote beyond the ledger's length is cut off; one that wakes too late writes the same bytes to the same places.
/// </summary>
internal sealed class GrowingAssembly(ILedger ledger, IResultStorage storage, FileAssembler assembler, RunRecord run, AssemblyClaim claim) : IAsyncDisposable
{
    private readonly string joined = ResultPaths.Joined(run.Id, claim.File);
    private readonly string joinedErrors = ResultPaths.JoinedErrors(run.Id, claim.File);
    private AssemblyProgress progress = claim.Progress;
    private WritableFile? rows;
    private WritableFile? errors;

    /// <returns>The chunk that comes next (the number of chunks when the file is finished), or -1 when the claim was lost.</returns>
    public async Task<int> JoinAsync(int partsAtATime, CancellationToken cancel)
    {
        await using (this)
        {
            if (!await IsAllThereAsync(cancel))
                progress = AssemblyProgress.None;
            while (progress.NextChunk < claim.Chunks)
            {
                var parts = await ledger.PartsAsync(run.Id, claim.File.Id, progress.NextChunk, partsAtATime, cancel);
                if (parts.Count == 0)
                    return progress.NextChunk;
                if (!await AppendAsync(parts, cancel))
                    return -1;
            }
        }

        return await FinishAsync(cancel) ? claim.Chunks : -1;
    }

    public async ValueTask DisposeAsync()
    {
        if (rows is not null)
            await rows.DisposeAsync();
        if (errors is not null)
            await errors.DisposeAsync();
        rows = errors = null;
    }

    // A machine that lost what its disk had promised: the parts are gone too, and their chunks are read again one by one.
    private async Task<bool> IsAllThereAsync(CancellationToken cancel)
    {
        if (progress.NextChunk == 0)
            return true;
        return await HasAsync(joined, ResultPaths.Result(claim.File.Path, run.Settings.Format), progress.Bytes)
            && (progress.ErrorBytes == 0 || await HasAsync(joinedErrors, ResultPaths.Errors(claim.File.Path), progress.ErrorBytes));

        async Task<bool> HasAsync(string growing, string final, long bytes) =>
            await storage.LengthAsync(growing, cancel) >= bytes
            || (progress.NextChunk == claim.Chunks && await storage.LengthAsync(final, cancel) == bytes);
    }

    private async Task<bool> AppendAsync(IReadOnlyList<ChunkPart> parts, CancellationToken cancel)
    {
        var used = new List<string>();
        foreach (var part in parts)
        {
            var fit = await assembler.FitAsync(run, claim, part, progress.Position, cancel);
            while (fit is not null && !await TryAppendAsync(fit, cancel))
            {
                await DisposeAsync();
                fit = await assembler.ReadAgainAsync(run, claim, part with { Part = fit }, progress.Position, cancel);
            }

            if (fit is null)
                return false;
            used.AddRange(FileAssembler.Names(part.Part.Path == fit.Path ? part.Part : fit));
        }

        if (rows is not null)
            await rows.FlushAsync(cancel);
        if (errors is not null)
            await errors.FlushAsync(cancel);
        if (!await ledger.AdvanceAssemblyAsync(claim, progress, cancel))
            return false;
        await storage.DeleteAsync(used, cancel);
        return true;
    }

    // True when the part is on the file; false when it is not what it should be, and then nothing has changed but bytes that are cut off later.
    private async Task<bool> TryAppendAsync(Part part, CancellationToken cancel)
    {
        rows ??= await storage.OpenAtAsync(joined, progress.Bytes, cancel);
        var hash = ResumableXxHash64.Resume(progress.HashState);
        if (!await PartCopy.CopyRowsAsync(storage, part, hash, block => rows.WriteAsync(block, cancel), cancel))
            return false;
        long errorBytes = 0;
        if (part.ErrorsPath is not null)
        {
            errors ??= await storage.OpenAtAsync(joinedErrors, progress.ErrorBytes, cancel);
            errorBytes = await PartCopy.CopyErrorsAsync(storage, part, progress.Lines, block => errors.WriteAsync(block, cancel), cancel);
            if (errorBytes < 0)
                return false;
        }

        progress = progress.Plus(part, errorBytes) with { HashState = hash.State };
        return true;
    }

    private async Task<bool> FinishAsync(CancellationToken cancel)
    {
        progress.CheckComplete(claim);
        var finalErrors = ResultPaths.Errors(claim.File.Path);
        await storage.MoveAsync(
            [new FileMove(joinedErrors, finalErrors), new FileMove(joined, ResultPaths.Result(claim.File.Path, run.Settings.Format))], cancel);
        if (progress.ErrorBytes == 0)
            await storage.DeleteAsync([finalErrors], cancel);
        return await ledger.FinishAssemblyAsync(claim, progress.Result(claim, ResumableXxHash64.Resume(progress.HashState).Finish()), cancel);
    }
}
