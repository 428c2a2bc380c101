using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PlanetGraph.Engine.Tagging;

/// <summary>What the gazetteer says about each token: for each of the five levels the best match that covers it, as one small code.</summary>
internal sealed class DivisionTrace
{
    private const int Clues = 4;
    private const int LongestLength = 5;

    // A code: position in the match (2 bits), full, consistent, a bit that says there is one, and the length (3 bits).
    private const int FullBit = 4;
    private const int ConsistentBit = 8;
    private const int PresentBit = 16;
    private const int LengthUnit = 32;

    /// <summary>The bits of all levels but the lengths; <see cref="BriefBits"/> has no positions either. A level is a byte, province lowest.</summary>
    private const ulong AllBits = 0x1F_1F1F_1F1F;

    private const ulong BriefBits = 0x1C_1C1C_1C1C;

    /// <summary>What is before the text and behind it.</summary>
    private const uint Outside = 0xFFFF;

    private readonly ulong[] _best = new ulong[TokenSequence.MaxLength];
    private readonly ulong[] _codes = new ulong[TokenSequence.MaxLength];
    private readonly uint[] _clues = new uint[TokenSequence.MaxLength * Clues];

    /// <summary>The clues of a token, as <see cref="Clue"/> numbers them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<uint> Around(int token) => Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_clues), (nuint)(token * Clues));

    /// <summary>What is said of a token, a byte for each level, province lowest.</summary>
    public ulong CodesOf(int token) => _codes[token];

    /// <summary>Lays the matches over the tokens from <paramref name="start"/> on; a match that cuts a token is left out.</summary>
    public void Read(TokenSequence tokens, ReadOnlySpan<DivisionMatch> matches, int start)
    {
        int count = tokens.Count;
        Array.Clear(_best, 0, count);
        Array.Clear(_codes, 0, count);
        foreach (ref readonly DivisionMatch match in matches)
        {
            int end = match.Start + match.Length;
            if (end > TokenSequence.MaxLength)
            {
                continue;
            }

            int first = tokens.TokenAt(match.Start);
            int after = tokens.TokenAt(end);
            if (first >= 0 && after >= start)
            {
                Lay(match, first, after, Math.Max(first, start - 1));
            }
        }

        Summarize(Math.Max(start - 1, 0), count);
    }

    /// <summary>Lays a match of the tokens from <paramref name="first"/> to before <paramref name="after"/> over those from <paramref name="from"/> on.</summary>
    private void Lay(in DivisionMatch match, int first, int after, int from)
    {
        int length = after - first;
        int shift = match.Level * 8;
        int full = match.Full ? 1 : 0;
        int consistent = match.Consistent ? 1 : 0;
        ulong rank = (ulong)((full * 102) + (Math.Min(length, 12) * 4) + (consistent * 3));
        ulong shape = (ulong)(PresentBit + (full * FullBit) + (consistent * ConsistentBit) + (LengthUnit * Math.Min(length, LongestLength)));
        for (int token = from; token < after; token++)
        {
            ref ulong best = ref _best[token];
            if (rank <= ((best >> shift) & 0xFF))
            {
                continue;
            }

            ulong position = length == 1 ? 0UL : token == first ? 1UL : token == after - 1 ? 2UL : 3UL;
            ulong others = ~(0xFFUL << shift);
            best = (best & others) | (rank << shift);
            _codes[token] = (_codes[token] & others) | ((shape + position) << shift);
        }
    }

    private void Summarize(int from, int count)
    {
        for (int token = from; token < count; token++)
        {
            ulong codes = _codes[token];
            Span<uint> clues = _clues.AsSpan(token * Clues, Clues);
            clues[Clue.AllLevels - Clue.AllLevels] = All(codes);
            clues[Clue.AllLevelsP1 - Clue.AllLevels] = token + 1 < count ? All(_codes[token + 1]) : Outside;
            clues[Clue.BriefLevels - Clue.AllLevels] = Brief(codes);
            uint before = token > 0 ? Brief(_codes[token - 1]) : Outside;
            uint behind = token + 1 < count ? Brief(_codes[token + 1]) : Outside;
            clues[Clue.BriefAround - Clue.AllLevels] = (before << 16) | behind;
        }
    }

    /// <summary>Five bits a level: a byte each for the upper four, the fifth in the bits they leave.</summary>
    private static uint All(ulong codes)
    {
        ulong bits = codes & AllBits;
        uint village = (uint)(bits >> 32);
        return (uint)bits | ((village & 7) << 5) | ((village >> 3) << 13);
    }

    /// <summary>Three bits a level, one behind the other.</summary>
    private static uint Brief(ulong codes)
    {
        ulong bits = (codes & BriefBits) >> 2;
        return (uint)((bits & 7) | ((bits >> 5) & 0x38) | ((bits >> 10) & 0x1C0) | ((bits >> 15) & 0xE00) | ((bits >> 20) & 0x7000));
    }
}
