using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger;

/// <summary>A part file, durable under a name that is unique to the attempt, and what it holds.</summary>
/// <param name="File">The file's number.</param>
/// <param name="Index">The chunk's index in the file.</param>
/// <param name="Path">The part file, in the result storage.</param>
/// <param name="ErrorsPath">Its rows for the errors file, with line numbers that count from this part; null when there are none.</param>
/// <param name="From">Input byte where its first row starts; -1 when no row starts in the chunk.</param>
/// <param name="To">Input byte after its last row; -1 when no row starts in the chunk.</param>
/// <param name="Rows">Output rows.</param>
/// <param name="Errors">Rows with an error.</param>
/// <param name="Lines">Input lines it used up (a quoted csv field may hold several).</param>
/// <param name="Bytes">Length of the part file.</param>
/// <param name="ErrorBytes">Length of the errors part.</param>
/// <param name="Hash">xxHash64 of the part file, 16 lower-case hex digits.</param>
/// <param name="Seconds">Work spent on it.</param>
public sealed record Part(
    long File, int Index, string Path, string? ErrorsPath, long From, long To,
    long Rows, long Errors, long Lines, long Bytes, long ErrorBytes, string Hash, double Seconds)
{
    public bool StartsNoRow => From < 0;

    /// <summary>Its error rows by their reasons. The ledger sums them up and does not give them back with the part.</summary>
    public IReadOnlyList<ReasonCount> Reasons { get; init; } = [];
}
