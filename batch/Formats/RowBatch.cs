using PlanetGraph.Batch.AddressService;

namespace PlanetGraph.Batch.Formats;

/// <summary>Rows on their way through: what was read of them, until their answers come. Used again and again.</summary>
/// <param name="mostRows">Rows that fill it: those of one call to the service.</param>
internal sealed class RowBatch(int mostRows)
{
    private const int MostBytes = 256 << 10;
    private readonly Utf8Rows raw = new(mostRows);
    private readonly long[] lines = new long[mostRows];
    private readonly RowError?[] problems = new RowError?[mostRows];

    public int Count => Own.Count;

    public bool IsFull => Count == mostRows || raw.ByteCount + Own.ByteCount > MostBytes;

    /// <summary>The beginning of each output row: the input's own columns and the address.</summary>
    public Utf8Rows Own { get; } = new(mostRows);

    /// <summary>The addresses of the rows that have no problem, for the service.</summary>
    public Utf8Rows Addresses { get; } = new(mostRows, bytesPerRow: 96);

    /// <summary>Why a row cannot be asked for; null when it can.</summary>
    public RowError? Problem(int row) => problems[row];

    /// <summary>The row as it was read, for the errors file.</summary>
    public ReadOnlySpan<byte> Raw(int row) => raw[row];

    /// <summary>The row's first line, counted from the chunk's first as 1.</summary>
    public long Line(int row) => lines[row];

    /// <summary>Ends a row whose own part was written to <see cref="Own"/>.</summary>
    public void EndRow(ReadOnlySpan<byte> address, RowError? problem, ReadOnlySpan<byte> text, long line)
    {
        lines[Count] = line;
        problems[Count] = problem;
        Own.EndRow();
        raw.Add(problem is null ? text : Text.Cap(text, ErrorLines.LongestRaw));
        if (problem is null)
            Addresses.Add(address);
    }

    public void Clear()
    {
        Own.Clear();
        Addresses.Clear();
        raw.Clear();
    }
}
