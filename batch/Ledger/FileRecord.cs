namespace PlanetGraph.Batch.Ledger;

/// <param name="Path">Relative to the input folder.</param>
/// <param name="Length">Bytes of the input file.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it failed or was skipped.</param>
/// <param name="Chunks">How many chunks it was cut into.</param>
/// <param name="ChunksDone">How many of them have a part.</param>
/// <param name="Result">What it came to; null unless done.</param>
public sealed record FileRecord(string Path, long Length, FileState State, string? Reason, int Chunks, int ChunksDone, FileResult? Result);

public enum FileState
{
    Pending,
    Done,
    Failed,
    Skipped,
}
