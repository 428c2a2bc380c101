using System.Buffers;
using System.Text;

namespace PlanetGraph.Batch.Formats;

/// <summary>Writes texts into JSON and CSV without leaving UTF-8. A text without special characters, nearly all of them, is copied as it is.</summary>
internal static class Text
{
    private static readonly SearchValues<byte> JsonSpecial = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(value => (byte)value), (byte)'"', (byte)'\\', 0x7F]);
    private static readonly SearchValues<byte> CsvSpecial = SearchValues.Create(",\"\r\n"u8);

    public static void WriteJson(this IBufferWriter<byte> output, ReadOnlySpan<byte> utf8)
    {
        output.Write("\""u8);
        while (utf8.IndexOfAny(JsonSpecial) is var at && at >= 0)
        {
            output.Write(utf8[..at]);
            WriteEscape(output, utf8[at]);
            utf8 = utf8[(at + 1)..];
        }

        output.Write(utf8);
        output.Write("\""u8);
    }

    public static void WriteCsv(this IBufferWriter<byte> output, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOfAny(CsvSpecial) < 0)
        {
            output.Write(utf8);
            return;
        }

        output.Write("\""u8);
        while (utf8.IndexOf((byte)'"') is var at && at >= 0)
        {
            output.Write(utf8[..(at + 1)]);
            output.Write("\""u8);
            utf8 = utf8[(at + 1)..];
        }

        output.Write(utf8);
        output.Write("\""u8);
    }

    /// <summary>Fields of one row, with commas between them.</summary>
    public static void WriteCsv(this IBufferWriter<byte> output, IEnumerable<string> fields)
    {
        var isFirst = true;
        foreach (var field in fields)
        {
            if (!isFirst)
                output.Write(","u8);
            output.WriteCsv(Encoding.UTF8.GetBytes(field));
            isFirst = false;
        }
    }

    /// <summary>The first bytes of a text, cut between characters.</summary>
    public static ReadOnlySpan<byte> Cap(ReadOnlySpan<byte> utf8, int length)
    {
        if (utf8.Length <= length)
            return utf8;
        while (length > 0 && (utf8[length] & 0xC0) == 0x80)
            length--;
        return utf8[..length];
    }

    private static void WriteEscape(IBufferWriter<byte> output, byte special)
    {
        Span<byte> escape = stackalloc byte[6];
        output.Write(special switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\r' => "\\r"u8,
            (byte)'\t' => "\\t"u8,
            _ => escape[..Encoding.ASCII.GetBytes($"\\u{special:x4}", escape)],
        });
    }
}
