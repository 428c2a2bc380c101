using System.Buffers;
using PlanetGraph.Batch.AddressService;

namespace PlanetGraph.Batch.Formats;

/// <summary>Cuts one csv or tsv row into fields and takes the quotes off. Used again and again; allocates nothing per row.</summary>
internal sealed class DelimitedFields(byte delimiter)
{
    private readonly Utf8Rows fields = new(rows: 32, bytesPerRow: 64);

    public int Count => fields.Count;

    public ReadOnlySpan<byte> this[int field] => fields[field];

    public void Split(ReadOnlySpan<byte> row)
    {
        fields.Clear();
        while (true)
        {
            var end = row.StartsWith("\""u8) ? Unquote(row) : Copy(row);
            fields.EndRow();
            if (end < 0)
                return;
            row = row[(end + 1)..];
        }
    }

    // Both return where the field's delimiter is, or -1 at the end of the row.
    private int Copy(ReadOnlySpan<byte> row)
    {
        var end = row.IndexOf(delimiter);
        Write(end < 0 ? row : row[..end]);
        return end;
    }

    private int Unquote(ReadOnlySpan<byte> row)
    {
        for (var at = 1; ;)
        {
            var close = row[at..].IndexOf((byte)'"');
            if (close < 0)
            {
                Write(row[at..]);
                return -1;
            }

            Write(row.Slice(at, close));
            at += close + 1;
            if (at < row.Length && row[at] == '"')
            {
                Write("\""u8);
                at++;
                continue;
            }

            var end = row[at..].IndexOf(delimiter);
            Write(end < 0 ? row[at..] : row.Slice(at, end));
            return end < 0 ? -1 : at + end;
        }
    }

    private void Write(ReadOnlySpan<byte> text) => fields.Write(text);
}
