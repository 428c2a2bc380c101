using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The features of a token, each a 64-bit hash: its neighbourhood, the suffixes that come next and came last, and what the gazetteer says.
/// Training and decoding share this code, so a weights file fits only the <see cref="Version"/> it was made with.
/// </summary>
internal static class FeatureTemplates
{
    /// <summary>Changes with every change of the templates, the tokens or the trace.</summary>
    public const int Version = 3;

    /// <summary>Features of one token.</summary>
    public const int Count = 29;

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
        to = to[..Count];
        ref uint code = ref Unsafe.Add(ref MemoryMarshal.GetReference(tokens.Codes), index + TokenSequence.Margin);
        ref uint kind = ref Unsafe.Add(ref MemoryMarshal.GetReference(tokens.Classes), index + TokenSequence.Margin);
        ulong w2 = Unsafe.Subtract(ref code, 2), w1 = Unsafe.Subtract(ref code, 1), w0 = code;
        ulong v1 = Unsafe.Add(ref code, 1), v2 = Unsafe.Add(ref code, 2);
        ulong c3 = Unsafe.Subtract(ref kind, 3), c2 = Unsafe.Subtract(ref kind, 2), c1 = Unsafe.Subtract(ref kind, 1), c0 = kind;
        ulong d1 = Unsafe.Add(ref kind, 1), d2 = Unsafe.Add(ref kind, 2), d3 = Unsafe.Add(ref kind, 3);

        to[0] = Mix(1, w0);
        to[1] = Mix(2, w1);
        to[2] = Mix(3, v1);
        to[3] = Mix(4, w1, w0);
        to[4] = Mix(5, w0, v1);
        to[5] = Mix(6, c2, c1);
        to[6] = Mix(7, d1, d2);
        to[7] = Mix(8, c1, d1);
        to[8] = Mix(9, w2, w1, w0);
        to[9] = Mix(10, w1, w0, v1);
        to[10] = Mix(11, w0, v1, v2);
        to[11] = Mix(12, d1, d2, d3);
        to[12] = Mix(13, (c1 * D) + c0, d1, d2);
        to[13] = Mix(14, (c3 * D) + c2, c1, c0);

        FillSuffixes(tokens, index, ref code, to);

        to[20] = Mix(21, (ulong)trace.Code(index, 0), (ulong)trace.Code(index, 1));
        to[21] = Mix(22, (ulong)trace.Code(index, 2));
        to[22] = Mix(23, (ulong)trace.Code(index, 3));
        to[23] = Mix(24, (ulong)trace.Code(index, 4));
        ulong all = trace.All(index);
        ulong brief = trace.Brief(index);
        ulong before = trace.Brief(index - 1);
        ulong behind = trace.Brief(index + 1);
        to[24] = Mix(25, all, w0);
        to[25] = Mix(26, before, brief, behind);
        to[26] = Mix(27, (ulong)trace.Code(index, 2), (ulong)trace.Code(index, 3), v1);
        to[27] = Mix(28, (ulong)trace.Code(index, 4), v1);
        to[28] = Mix(29, all, trace.All(index + 1));
    }

    /// <summary>The next suffix characters and the last ones, and how far they are.</summary>
    private static void FillSuffixes(TokenSequence tokens, int index, ref uint here, Span<ulong> to)
    {
        int count = tokens.Count;
        int next = tokens.NextSuffix(index);
        int nextGap = next - index;
        ulong nextCode = 0, laterCode = 0, number = 0;
        if (next < count && nextGap < Reach)
        {
            nextCode = Unsafe.Add(ref here, nextGap);
            number = TokenSequence.IsDigits(Unsafe.Add(ref here, nextGap + 1)) ? 16u : 0u;
            int later = tokens.NextSuffix(next + 1);
            laterCode = later < count && later - next < Reach ? Unsafe.Add(ref here, later - index) : 0;
        }
        else
        {
            nextGap = Reach;
        }

        int last = tokens.SuffixBefore(index);
        int lastGap = index - last;
        ulong lastCode = 0, firstCode = 0;
        if (last >= 0 && lastGap <= Reach)
        {
            lastCode = Unsafe.Subtract(ref here, lastGap);
            int first = tokens.SuffixBefore(last);
            firstCode = first >= 0 && last - first <= Reach ? Unsafe.Subtract(ref here, index - first) : 0;
        }
        else
        {
            lastGap = Reach + 1;
        }

        to[14] = Mix(15, nextCode, (ulong)nextGap + number);
        to[15] = Mix(16, nextCode, (ulong)nextGap, laterCode);
        to[16] = Mix(17, nextCode, laterCode, here);
        to[17] = Mix(18, lastCode, (ulong)lastGap, here);
        to[18] = Mix(19, firstCode, lastCode, (ulong)lastGap);
        to[19] = Mix(20, (ulong)Math.Min(index, 4) + (8 * (ulong)Math.Min(count - 1 - index, 4)), nextCode, lastCode);
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
