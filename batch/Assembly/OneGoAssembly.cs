using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Assembly;

/// <summary>Joins where files cannot grow (the file server): parts are checked as they come, and once all are there the file is written in one go.</summary>
internal sealed class OneGoAssembly(ILedger ledger, IResultStorage storage, FileAssembler assembler, RunRecord run, AssemblyClaim claim)
{
    /// <returns>The chunk that comes next (the number of chunks when the file is finished), or -1 when the claim was lost.</returns>
    public async Task<int> JoinAsync(int partsAtATime, CancellationToken cancel)
    {
        var progress = claim.Progress;
        while (progress.NextChunk < claim.Chunks)
        {
            var parts = await ledger.PartsAsync(run.Id, claim.File.Id, progress.NextChunk, partsAtATime, cancel);
            if (parts.Count == 0)
                return progress.NextChunk;
            foreach (var part in parts)
            {
                if (await assembler.FitAsync(run, claim, part, progress.Position, cancel) is not { } fit)
                    return -1;
                progress = progress.Plus(fit, errorBytes: 0);
            }

            if (!await ledger.AdvanceAssemblyAsync(claim, progress, cancel))
                return -1;
        }

        progress.CheckComplete(claim);
        return await WriteAsync(progress, partsAtATime, cancel) ? claim.Chunks : -1;
    }

    private async Task<bool> WriteAsync(AssemblyProgress progress, int partsAtATime, CancellationToken cancel)
    {
        while (true)
        {
            var hash = new ResumableXxHash64();
            var names = new List<string>();
            var finalErrors = ResultPaths.Errors(claim.File.Path);
            await using var rows = await storage.CreateAsync(ResultPaths.Result(claim.File.Path, run.Settings.Format), cancel);
            await using var errors = progress.Errors > 0 ? await storage.CreateAsync(finalErrors, cancel) : null;
            var at = AssemblyProgress.None;
            Part? broken = null;
            ChunkPart? brokenChunk = null;
            while (at.NextChunk < claim.Chunks && broken is null)
            {
                foreach (var part in await ledger.PartsAsync(run.Id, claim.File.Id, at.NextChunk, partsAtATime, cancel))
                {
                    if (await assembler.FitAsync(run, claim, part, at.Position, cancel) is not { } fit)
                        return false;
                    if (!await CopyAsync(fit, rows, errors, hash, at.Lines, cancel))
                    {
                        (broken, brokenChunk) = (fit, part);
                        break;
                    }

                    names.AddRange(FileAssembler.Names(part.Part.Path == fit.Path ? part.Part : fit));
                    at = at.Plus(fit, errorBytes: 0);
                }

                if (!await ledger.AdvanceAssemblyAsync(claim, progress, cancel))
                    return false;
            }

            if (broken is not null)
            {
                if (await assembler.ReadAgainAsync(run, claim, brokenChunk! with { Part = broken }, at.Position, cancel) is null)
                    return false;
                continue;
            }

            if (errors is not null)
                await errors.CommitAsync(cancel);
            else
                await storage.DeleteAsync([finalErrors], cancel);
            await rows.CommitAsync(cancel);
            if (!await ledger.FinishAssemblyAsync(claim, at.Result(claim, hash.Finish()), cancel))
                return false;
            await storage.DeleteAsync(names, cancel);
            return true;
        }
    }

    private async Task<bool> CopyAsync(Part part, PendingFile rows, PendingFile? errors, ResumableXxHash64 hash, long linesBefore, CancellationToken cancel)
    {
        return await PartCopy.CopyRowsAsync(storage, part, hash, block => rows.WriteAsync(block, cancel), cancel)
            && (errors is null || await PartCopy.CopyErrorsAsync(storage, part, linesBefore, block => errors.WriteAsync(block, cancel), cancel) >= 0);
    }
}
