using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger;

/// <summary>Joining the parts of a file: one assembler at a time, fenced, going on where the last one stopped.</summary>
public interface IAssemblyLedger
{
    /// <summary>Files whose next part is there and that no assembler holds, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<long>> FilesToAssembleAsync(RunId run, int limit, CancellationToken cancel);

    /// <summary>Takes the file for the length of a lease; null when another has it or there is nothing left to do.</summary>
    Task<AssemblyClaim?> ClaimAssemblyAsync(RunId run, long file, string worker, CancellationToken cancel);

    /// <summary>Parts of the file from chunk <paramref name="from"/> on that follow each other without a gap, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<ChunkPart>> PartsAsync(RunId run, long file, int from, int limit, CancellationToken cancel);

    /// <summary>Puts another part in the place of one whose chunk was read from a wrong start.</summary>
    /// <returns>False: the claim is lost.</returns>
    Task<bool> ReplacePartAsync(AssemblyClaim claim, Part part, CancellationToken cancel);

    /// <summary>Notes how far the assembly is durable; also extends the lease.</summary>
    /// <returns>False: the claim is lost.</returns>
    Task<bool> AdvanceAssemblyAsync(AssemblyClaim claim, AssemblyProgress progress, CancellationToken cancel);

    /// <summary>The result file has its final name.</summary>
    /// <returns>False: the claim is lost.</returns>
    Task<bool> FinishAssemblyAsync(AssemblyClaim claim, FileResult result, CancellationToken cancel);

    /// <summary>Lets others have the file.</summary>
    Task ReleaseAssemblyAsync(AssemblyClaim claim, CancellationToken cancel);

    /// <summary>Files of one chunk whose part has its final name already: done with their part's numbers, all at once.</summary>
    Task FinishWholeFilesAsync(RunId run, IReadOnlyCollection<long> files, CancellationToken cancel);

    /// <summary>The file cannot be done, for this reason. Nothing happens to a file that has ended.</summary>
    Task FailFileAsync(RunId run, FileFailure failure, CancellationToken cancel);
}
