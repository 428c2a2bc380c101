using System.Buffers;
using System.Buffers.Text;

namespace PlanetGraph.Batch.Formats;

/// <summary>Lines of an errors file: <c>{"line":7,"reason":"…","raw":"…"}</c>. A part counts its lines from 1; joining adds what came before.</summary>
internal static class ErrorLines
{
    /// <summary>A longer raw text is cut.</summary>
    public const int LongestRaw = 4096;

    private static ReadOnlySpan<byte> Begin => "{\"line\":"u8;

    public static void Write(IBufferWriter<byte> output, long line, ReadOnlySpan<byte> reason, ReadOnlySpan<byte> raw)
    {
        WriteNumber(output, line);
        output.Write(",\"reason\":"u8);
        output.WriteJson(reason);
        output.Write(",\"raw\":"u8);
        output.WriteJson(Text.Cap(raw, LongestRaw));
        output.Write("}\n"u8);
    }

    /// <summary>Copies one line of a part's errors with its number moved.</summary>
    public static void Move(IBufferWriter<byte> output, ReadOnlySpan<byte> errorLine, long by)
    {
        if (!errorLine.StartsWith(Begin) || !Utf8Parser.TryParse(errorLine[Begin.Length..], out long line, out var digits))
            throw new InvalidDataException("an errors part has a line that does not begin with a line number");
        WriteNumber(output, line + by);
        output.Write(errorLine[(Begin.Length + digits)..]);
        output.Write("\n"u8);
    }

    private static void WriteNumber(IBufferWriter<byte> output, long line)
    {
        output.Write(Begin);
        var room = output.GetSpan(20);
        Utf8Formatter.TryFormat(line, room, out var written);
        output.Advance(written);
    }
}
