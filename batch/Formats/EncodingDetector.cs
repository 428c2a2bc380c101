using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PlanetGraph.Batch.Formats;

/// <summary>Tells an encoding from a sample. One bad byte must not turn a UTF-8 file into a GB18030 one, so it counts, and does not only ask "valid?".</summary>
internal static class EncodingDetector
{
    // What text files hold below the space: tab, line ends, form feed, and the escape and NUL that a few bad rows may have.
    private static readonly SearchValues<byte> NotText = SearchValues.Create([1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 0]);

    public static int ByteOrderMark(ReadOnlySpan<byte> head) => head.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <param name="sample">Bytes of the file; it may begin and end in the middle of a character.</param>
    public static TextEncoding Detect(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith("\uFEFF"u8))
            return TextEncoding.Utf8;
        if (sample.StartsWith<byte>([0xFF, 0xFE]) || sample.StartsWith<byte>([0xFE, 0xFF]))
            return TextEncoding.Utf16;
        if (IsBinary(sample))
            return TextEncoding.Binary;
        if (Ascii.IsValid(sample))
            return TextEncoding.Ascii;
        var body = CutToCharacters(sample);
        if (Utf8.IsValid(body))
            return TextEncoding.Utf8;
        var utf8 = Utf8Score(body);
        var gb18030 = Gb18030Score(sample);
        return utf8 >= gb18030 ? TextEncoding.Utf8 : TextEncoding.Gb18030;
    }

    private static bool IsBinary(ReadOnlySpan<byte> sample)
    {
        var odd = 0;
        for (var rest = sample; rest.IndexOfAny(NotText) is var at && at >= 0; rest = rest[(at + 1)..])
            odd++;
        return odd > 0 && odd * 10L > sample.Length;
    }

    private static ReadOnlySpan<byte> CutToCharacters(ReadOnlySpan<byte> sample)
    {
        var start = 0;
        while (start < Math.Min(3, sample.Length) && (sample[start] & 0xC0) == 0x80)
            start++;
        var end = sample.Length;
        for (var back = 1; back <= Math.Min(3, sample.Length - start); back++)
        {
            if ((sample[^back] & 0xC0) != 0xC0)
                continue;
            end = sample.Length - back;
            var tail = sample[end..];
            if (Rune.DecodeFromUtf8(tail, out _, out _) == OperationStatus.Done)
                end = sample.Length;
            break;
        }

        return sample[start..end];
    }

    // The share of multi-byte starts that begin a whole character. Chinese GB18030 text read as UTF-8 hardly ever does.
    private static double Utf8Score(ReadOnlySpan<byte> sample)
    {
        int good = 0, bad = 0;
        while (sample.IndexOfAnyExceptInRange<byte>(0, 0x7F) is var at && at >= 0)
        {
            sample = sample[at..];
            if (Rune.DecodeFromUtf8(sample, out _, out var length) == OperationStatus.Done)
                good++;
            else
                bad++;
            sample = sample[length..];
        }

        return (double)good / Math.Max(1, good + bad);
    }

    private static double Gb18030Score(ReadOnlySpan<byte> sample)
    {
        int good = 0, bad = 0;
        for (var at = 0; at < sample.Length; at++)
        {
            var lead = sample[at];
            if (lead < 0x80)
                continue;
            if (at + 1 == sample.Length)
                break;
            var trail = sample[at + 1];
            if (lead is 0x80 or 0xFF)
            {
                bad++;
            }
            else if (trail is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE))
            {
                good++;
                at++;
            }
            else if (trail is >= 0x30 and <= 0x39)
            {
                good++;
                at += 3;
            }
            else
            {
                bad++;
            }
        }

        // A byte pair of GB18030 is met by chance far more often than a sequence of UTF-8, so it has to be clearly better.
        return (double)good / Math.Max(1, good + bad) * 0.9;
    }
}
