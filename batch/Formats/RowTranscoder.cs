using System.Text;
using System.Text.Unicode;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Formats;

/// <summary>Gives a row as valid UTF-8, and says when it was not valid in its own encoding. Owns its scratch; one thread at a time.</summary>
internal sealed class RowTranscoder(TextEncoding encoding)
{
    private const string Replacement = "\uFFFD";
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Replacement))!;

    private static readonly RowError NulByte = new(ErrorReason.NulByte, "the row has a NUL byte");
    private static readonly RowError NoGb18030 = new(ErrorReason.BrokenCharacters, "the row has bytes that are no GB18030");
    private static readonly RowError NoUtf8 = new(ErrorReason.BrokenCharacters, "the row has bytes that are no UTF-8");

    private char[] characters = new char[1024];
    private byte[] bytes = new byte[4096];

    /// <param name="row">The row's bytes as they are in the file.</param>
    /// <param name="problem">Why the row cannot be trusted, or null; the text then has U+FFFD in the place of what is no character.</param>
    public ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> row, out RowError? problem)
    {
        problem = row.Contains((byte)0) ? NulByte : null;
        if (encoding == TextEncoding.Gb18030)
        {
            if (Ascii.IsValid(row))
                return row;
            var text = Decode(Gb18030, row);
            if (text.Contains(Replacement[0]))
                problem ??= NoGb18030;
            return Encode(text);
        }

        if (Utf8.IsValid(row))
            return row;
        problem ??= NoUtf8;
        return Encode(Decode(Encoding.UTF8, row));
    }

    private ReadOnlySpan<char> Decode(Encoding from, ReadOnlySpan<byte> row)
    {
        if (characters.Length < row.Length + 1)
            characters = new char[row.Length * 2];
        return characters.AsSpan(0, from.GetChars(row, characters));
    }

    private ReadOnlySpan<byte> Encode(ReadOnlySpan<char> text)
    {
        var room = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (bytes.Length < room)
            bytes = new byte[room];
        return bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes));
    }
}
