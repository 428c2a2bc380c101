using Microsoft.Extensions.Logging;
using PlanetGraph.Batch.Formats;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Processing;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Assembly;

/// <summary>
/// Joins the parts of a file in order, as they come. Whoever finished a chunk tries; the ledger lets one in and says from where. A part is
/// joined only when it begins where the one before it ended; a chunk that guessed its beginning wrong is read again from there.
/// </summary>
public sealed class FileAssembler(ILedger ledger, IResultStorage storage, ChunkProcessor processor, ILogger<FileAssembler> logger)
{
    private const int PartsAtATime = 16;

    /// <summary>Gives parts that are whole files their final names.</summary>
    public async Task FinishWholeFilesAsync(RunRecord run, IReadOnlyCollection<ChunkPart> parts, CancellationToken cancel)
    {
        if (parts.Count == 0)
            return;
        await storage.MoveAsync([.. parts.SelectMany(part => FinalNames(run, part))], cancel);
        await storage.DeleteAsync([.. parts.Where(part => part.Part.ErrorsPath is null).Select(part => ResultPaths.Errors(part.Chunk.File.Path))], cancel);
        await ledger.FinishWholeFilesAsync(run.Id, [.. parts.Select(part => part.Part.File)], cancel);
    }

    /// <summary>Joins what can be joined of a file now, and finishes it when that was all.</summary>
    public async Task AdvanceAsync(RunRecord run, long file, string worker, CancellationToken cancel)
    {
        while (await ledger.ClaimAssemblyAsync(run.Id, file, worker, cancel) is { } claim)
        {
            var joined = claim.Progress.NextChunk;
            try
            {
                joined = await JoinAsync(run, claim, cancel);
                if (joined == claim.Chunks)
                    return;
            }
            catch (FileFailedException failure)
            {
                Log.FileFailed(logger, claim.File.Path, failure.Message);
                await ledger.FailFileAsync(run.Id, new FileFailure(file, failure.Message), cancel);
                return;
            }
            finally
            {
                await ledger.ReleaseAssemblyAsync(claim, CancellationToken.None);
            }

            // A part that came between the last look and the release has an owner who found the file taken: look once more.
            if (joined < 0 || (await ledger.PartsAsync(run.Id, file, joined, 1, cancel)).Count == 0)
                return;
        }
    }

    /// <summary>Goes on with files whose assembler died. To be called now and then.</summary>
    /// <returns>How many files were looked at.</returns>
    public async Task<int> SweepAsync(RunRecord run, string worker, CancellationToken cancel)
    {
        var files = await ledger.FilesToAssembleAsync(run.Id, 100, cancel);
        foreach (var file in files)
            await AdvanceAsync(run, file, worker, cancel);
        return files.Count;
    }

    // Returns the chunk that comes next, or -1 when the claim was lost.
    private async Task<int> JoinAsync(RunRecord run, AssemblyClaim claim, CancellationToken cancel)
    {
        if (claim.Chunks == 1)
            return await FinishWholeFileAsync(run, claim, cancel);
        return storage.CanWriteAt
            ? await new GrowingAssembly(ledger, storage, this, run, claim).JoinAsync(PartsAtATime, cancel)
            : await new OneGoAssembly(ledger, storage, this, run, claim).JoinAsync(PartsAtATime, cancel);
    }

    /// <summary>The part that belongs behind <paramref name="position"/>; its chunk is read again when the one in the ledger does not begin there.</summary>
    /// <returns>Null when the claim was lost. A part without rows when the chunk has none of its own.</returns>
    internal async Task<Part?> FitAsync(RunRecord run, AssemblyClaim claim, ChunkPart part, long position, CancellationToken cancel)
    {
        if (part.Part.From == position)
            return part.Part;
        if (position < part.Chunk.End)
            return await ReadAgainAsync(run, claim, part, position, cancel);

        // Its rows were another chunk's: the ledger's sums are not to have them twice.
        var none = part.Part with { From = position, To = position, Rows = 0, Errors = 0, Lines = 0, Bytes = 0, ErrorBytes = 0, ErrorsPath = null };
        return await ledger.ReplacePartAsync(claim, none, cancel) ? none : null;
    }

    /// <summary>Makes the part anew and puts it in the ledger in the place of the old one.</summary>
    /// <returns>Null when the claim was lost.</returns>
    internal async Task<Part?> ReadAgainAsync(RunRecord run, AssemblyClaim claim, ChunkPart part, long position, CancellationToken cancel)
    {
        Log.ChunkReadAgain(logger, part.Chunk.Index, part.Chunk.File.Path, position);
        var again = await processor.ProcessAsync(run, part.Chunk with { Start = part.Chunk.Index == 0 ? null : position }, cancel);
        if (!await ledger.ReplacePartAsync(claim, again, cancel))
            return null;
        await storage.DeleteAsync([.. Names(part.Part)], cancel);
        return again;
    }

    internal static IEnumerable<string> Names(Part part) => part.ErrorsPath is null ? [part.Path] : [part.Path, part.ErrorsPath];

    private static IEnumerable<FileMove> FinalNames(RunRecord run, ChunkPart part)
    {
        yield return new FileMove(part.Part.Path, ResultPaths.Result(part.Chunk.File.Path, run.Settings.Format));
        if (part.Part.ErrorsPath is { } errors)
            yield return new FileMove(errors, ResultPaths.Errors(part.Chunk.File.Path));
    }

    // The sweep's way to a whole file: here, and only here, the part may have been lost with a machine.
    private async Task<int> FinishWholeFileAsync(RunRecord run, AssemblyClaim claim, CancellationToken cancel)
    {
        if ((await ledger.PartsAsync(run.Id, claim.File.Id, 0, 1, cancel)) is not [var part])
            return 0;
        await storage.MoveAsync([.. FinalNames(run, part)], cancel);
        if (await storage.LengthAsync(ResultPaths.Result(claim.File.Path, run.Settings.Format), cancel) != part.Part.Bytes)
        {
            if (await ReadAgainAsync(run, claim, part, 0, cancel) is not { } again)
                return -1;
            part = part with { Part = again };
        }

        await FinishWholeFilesAsync(run, [part], cancel);
        return 1;
    }
}
