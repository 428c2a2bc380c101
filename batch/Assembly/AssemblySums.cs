using PlanetGraph.Batch.Formats;
using PlanetGraph.Batch.Ledger;

namespace PlanetGraph.Batch.Assembly;

/// <summary>The arithmetic of joining.</summary>
internal static class AssemblySums
{
    public static AssemblyProgress Plus(this AssemblyProgress progress, Part part, long errorBytes) => progress with
    {
        NextChunk = progress.NextChunk + 1,
        Position = part.StartsNoRow ? progress.Position : part.To,
        Rows = progress.Rows + part.Rows,
        Errors = progress.Errors + part.Errors,
        Lines = progress.Lines + part.Lines,
        Bytes = progress.Bytes + part.Bytes,
        ErrorBytes = progress.ErrorBytes + errorBytes,
        Seconds = progress.Seconds + part.Seconds,
    };

    /// <summary>The parts cover the input file to its last byte. Everything before this makes sure they do; a result that does not is never given a name.</summary>
    public static void CheckComplete(this AssemblyProgress progress, AssemblyClaim claim)
    {
        if (progress.Position != claim.File.Length)
            throw new FileFailedException($"its chunks cover {progress.Position} of {claim.File.Length} bytes: please report this as a defect");
    }

    public static FileResult Result(this AssemblyProgress progress, AssemblyClaim claim, string hash) =>
        new(claim.File.Id, progress.Rows, progress.Errors, progress.Bytes, hash, progress.Seconds);
}
