namespace PlanetGraph.Batch.Ledger;

/// <summary>How much of a file is joined and durable.</summary>
/// <param name="NextChunk">The chunk that comes next.</param>
/// <param name="Position">Input byte where the next row starts.</param>
/// <param name="Rows">Rows so far.</param>
/// <param name="Errors">Error rows so far.</param>
/// <param name="Lines">Input lines so far: what the next part's line numbers are added to.</param>
/// <param name="Bytes">Length of the joined file.</param>
/// <param name="ErrorBytes">Length of the joined errors file.</param>
/// <param name="Seconds">Work spent so far.</param>
/// <param name="HashState">The state of the hash over those bytes (<c>ResumableXxHash64</c>); empty at the beginning.</param>
public sealed record AssemblyProgress(
    int NextChunk, long Position, long Rows, long Errors, long Lines, long Bytes, long ErrorBytes, double Seconds, string HashState)
{
    public static AssemblyProgress None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, "");
}
