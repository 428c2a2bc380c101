using System.Buffers;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Formats;

/// <summary>
/// Finds where rows end, in place and without allocating. Both encodings that are read keep line feed, quote, comma and tab to
/// themselves (no byte of a longer character has their values), so rows are found before anything is decoded.
/// </summary>
internal sealed class RowScanner
{
    /// <summary>A row that is longer is no address row: it becomes an error, so that memory stays bounded.</summary>
    public const int LongestRow = 1 << 20;

    private static readonly SearchValues<byte> QuoteOrLineEnd = SearchValues.Create("\"\n"u8);
    private readonly byte delimiter;
    private readonly bool quotes;

    private RowScanner(bool quotes, byte delimiter) => (this.quotes, this.delimiter) = (quotes, delimiter);

    public static RowScanner For(InputFormat format) => format switch
    {
        InputFormat.Csv => new RowScanner(quotes: true, (byte)','),
        InputFormat.Tsv => new RowScanner(quotes: true, (byte)'\t'),
        _ => new RowScanner(quotes: false, 0),
    };

    /// <summary>Looks at the row at the start of <paramref name="bytes"/>.</summary>
    /// <returns>False: more bytes are needed. At the end of the file there is always an answer while bytes are left.</returns>
    public bool TryScan(ReadOnlySpan<byte> bytes, bool isAtEnd, out ScannedRow row)
    {
        row = default;
        if (bytes.IsEmpty)
            return false;
        var (lineEnd, lines) = quotes ? QuotedRowEnd(bytes) : (bytes.IndexOf((byte)'\n'), 1);
        if (lineEnd >= 0 && lineEnd <= LongestRow)
        {
            row = new ScannedRow(WithoutReturn(bytes, lineEnd), lineEnd + 1, lines);
            return true;
        }

        if (bytes.Length <= LongestRow && !isAtEnd)
            return false;
        var firstLine = quotes ? bytes.IndexOf((byte)'\n') : lineEnd;
        if (bytes.Length <= LongestRow && (firstLine < 0 || !HasOpenQuote(bytes)))
        {
            row = new ScannedRow(WithoutReturn(bytes, bytes.Length), bytes.Length, lines, HasOpenQuote(bytes) ? UnclosedQuote : null);
            return true;
        }

        // The line that opened the quote is the error; the lines behind it get their chance.
        if (firstLine >= 0 && firstLine <= LongestRow)
        {
            row = new ScannedRow(WithoutReturn(bytes, firstLine), firstLine + 1, 1, UnclosedQuote);
            return true;
        }

        row = new ScannedRow(LongestRow, 0, 0, TooLong);
        return true;
    }

    public static readonly RowError TooLong = new(ErrorReason.RowTooLong, "the row is longer than 1 MiB");

    public static readonly RowError UnclosedQuote = new(ErrorReason.UnclosedQuote, "the row opens a quote that is not closed within 1 MiB");

    private static int WithoutReturn(ReadOnlySpan<byte> bytes, int end) => end > 0 && bytes[end - 1] == '\r' ? end - 1 : end;

    private bool HasOpenQuote(ReadOnlySpan<byte> bytes) => quotes && QuotedRowEnd(bytes).LineEnd == InQuotes;

    private const int NotFound = -1;
    private const int InQuotes = -2;

    // A quote opens a field only where the field begins; elsewhere it is a letter like any other, as spreadsheets read it.
    private (int LineEnd, int Lines) QuotedRowEnd(ReadOnlySpan<byte> bytes)
    {
        var lines = 1;
        for (var at = 0; ;)
        {
            var next = bytes[at..].IndexOfAny(QuoteOrLineEnd);
            if (next < 0)
                return (NotFound, lines);
            at += next;
            if (bytes[at] == '\n')
                return (at, lines);
            if (at > 0 && bytes[at - 1] != delimiter)
            {
                at++;
                continue;
            }

            for (at++; ; at += 2)
            {
                var close = bytes[at..].IndexOf((byte)'"');
                if (close < 0)
                    return (InQuotes, lines);
                lines += bytes.Slice(at, close).Count((byte)'\n');
                at += close;
                if (at + 1 >= bytes.Length || bytes[at + 1] != '"')
                    break;
            }

            at++;
        }
    }
}
