namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The features of a token, each a 64-bit hash: its neighbourhood, the suffixes that come next and came last, and what the gazetteer says.
/// Training and decoding share this code, so a weights file fits only the <see cref="Version"/> it was made with.
/// </summary>
internal static class FeatureTemplates
{
    /// <summary>Changes with every change of the templates, the tokens or the trace.</summary>
    public const int Version = 1;

    /// <summary>Features of one token.</summary>
    public const int Count = 42;

    private const int Reach = 8;

    // Odd 64-bit constants: the top bits of a sum of products are a universal hash, which the weights table indexes with.
    private const ulong A = 0x9E3779B97F4A7C15;
    private const ulong B = 0xD1342543DE82EF95;
    private const ulong C = 0xAF251AF3B0F025B5;
    private const ulong D = 0x2545F4914F6CDD1D;
    private const ulong T = 0xC2B2AE3D27D4EB4F;

    /// <summary>Fills <paramref name="to"/> with the <see cref="Count"/> hashes of token <paramref name="index"/>.</summary>
    public static void Fill(TokenSequence tokens, DivisionTrace trace, int index, Span<ulong> to)
    {
        ReadOnlySpan<uint> codes = tokens.Codes;
        ReadOnlySpan<uint> classes = tokens.Classes;
        int at = index + TokenSequence.Margin;
        ulong w3 = codes[at - 3], w2 = codes[at - 2], w1 = codes[at - 1], w0 = codes[at];
        ulong v1 = codes[at + 1], v2 = codes[at + 2], v3 = codes[at + 3];
        ulong c3 = classes[at - 3], c2 = classes[at - 2], c1 = classes[at - 1], c0 = classes[at];
        ulong d1 = classes[at + 1], d2 = classes[at + 2], d3 = classes[at + 3];

        to[0] = Mix(1, w0);
        to[1] = Mix(2, w1);
        to[2] = Mix(3, v1);
        to[3] = Mix(4, c2);
        to[4] = Mix(5, d2);
        to[5] = Mix(6, c3);
        to[6] = Mix(7, d3);
        to[7] = Mix(8, w1, w0);
        to[8] = Mix(9, w0, v1);
        to[9] = Mix(10, c2, c1);
        to[10] = Mix(11, d1, d2);
        to[11] = Mix(12, c3, c2);
        to[12] = Mix(13, d2, d3);
        to[13] = Mix(14, c1, d1);
        to[14] = Mix(15, w2, w1, w0);
        to[15] = Mix(16, w1, w0, v1);
        to[16] = Mix(17, w0, v1, v2);
        to[17] = Mix(18, d1, d2, d3);
        to[18] = Mix(19, c3, c2, c1);
        to[19] = Mix(20, (c2 * D) + c1, c0, d1);
        to[20] = Mix(21, (c1 * D) + c0, d1, d2);
        to[21] = Mix(22, (c3 * D) + c2, c1, c0);
        to[22] = Mix(23, (c0 * D) + d1, d2, d3);

        FillSuffixes(tokens, index, to);

        to[30] = Mix(31, (ulong)trace.Code(index, 0), (ulong)trace.Code(index, 1));
        to[31] = Mix(32, (ulong)trace.Code(index, 2));
        to[32] = Mix(33, (ulong)trace.Code(index, 3));
        to[33] = Mix(34, (ulong)trace.Code(index, 4));
        ulong all = trace.All(index);
        ulong brief = trace.Brief(index);
        ulong before = trace.Brief(index - 1);
        ulong behind = trace.Brief(index + 1);
        to[34] = Mix(35, all);
        to[35] = Mix(36, all, w0);
        to[36] = Mix(37, before, brief);
        to[37] = Mix(38, brief, behind);
        to[38] = Mix(39, before, brief, behind);
        to[39] = Mix(40, (ulong)trace.Code(index, 2), (ulong)trace.Code(index, 3), v1);
        to[40] = Mix(41, (ulong)trace.Code(index, 4), v1);
        to[41] = Mix(42, all, trace.All(index + 1));
    }

    /// <summary>The next suffix character and the last one, how far they are, and those behind them.</summary>
    private static void FillSuffixes(TokenSequence tokens, int index, Span<ulong> to)
    {
        ReadOnlySpan<uint> codes = tokens.Codes[TokenSequence.Margin..];
        int count = tokens.Count;
        int next = index;
        int limit = Math.Min(count, index + Reach);
        while (next < limit && !TokenSequence.IsSuffix(codes[next]))
        {
            next++;
        }

        ulong nextCode = next < limit ? codes[next] : 0;
        ulong nextGap = (ulong)(next - index);
        ulong number = next + 1 < count && TokenSequence.IsDigits(codes[next + 1]) ? 1u : 0u;
        int later = next + 1;
        limit = Math.Min(count, next + Reach);
        while (later < limit && !TokenSequence.IsSuffix(codes[later]))
        {
            later++;
        }

        ulong laterCode = later < limit ? codes[later] : 0;
        int last = index - 1;
        limit = Math.Max(0, index - Reach);
        while (last >= limit && !TokenSequence.IsSuffix(codes[last]))
        {
            last--;
        }

        ulong lastCode = last >= limit ? codes[last] : 0;
        ulong lastGap = (ulong)(index - last);
        int first = last - 1;
        limit = Math.Max(0, last - Reach);
        while (first >= limit && !TokenSequence.IsSuffix(codes[first]))
        {
            first--;
        }

        ulong firstCode = first >= 0 && first >= limit ? codes[first] : 0;
        ulong here = codes[index];
        to[23] = Mix(24, nextCode, nextGap + (number * 16));
        to[24] = Mix(25, nextCode, nextGap, laterCode);
        to[25] = Mix(26, nextCode, laterCode, here);
        to[26] = Mix(27, lastCode, lastGap);
        to[27] = Mix(28, lastCode, lastGap, here);
        to[28] = Mix(29, firstCode, lastCode, lastGap);
        to[29] = Mix(30, (ulong)Math.Min(index, 4) + (8 * (ulong)Math.Min(count - 1 - index, 4)), nextCode, lastCode);
    }

    private static ulong Mix(ulong template, ulong a) => Finish((template * T) + (a * A));

    private static ulong Mix(ulong template, ulong a, ulong b) => Finish((template * T) + (a * A) + (b * B));

    private static ulong Mix(ulong template, ulong a, ulong b, ulong c) => Finish((template * T) + (a * A) + (b * B) + (c * C));

    private static ulong Finish(ulong sum)
    {
        sum ^= sum >> 32;
        return sum * D;
    }
}
