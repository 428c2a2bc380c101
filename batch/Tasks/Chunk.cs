namespace PlanetGraph.Batch.Tasks;

/// <summary>A piece of a file: it owns the rows that start in <c>[Offset, Offset + Length)</c> and ends where the last of them ends.</summary>
/// <param name="File">The file it is cut from.</param>
/// <param name="Index">0, 1, 2 … in the order of the file.</param>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Bytes; the last chunk ends with the file.</param>
/// <param name="Start">Where its first row is known to start; null: look for it (see docs/decisions, "Chunks without a pre-scan").</param>
public sealed record Chunk(FileEntry File, int Index, long Offset, long Length, long? Start = null)
{
    public long End => Offset + Length;

    /// <summary>True when nothing has to be joined: the part file is the result file.</summary>
    public bool IsWholeFile => Offset == 0 && Length == File.Length;
}
