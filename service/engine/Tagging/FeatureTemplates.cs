using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static PlanetGraph.Engine.Tagging.Clue;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The features of a token, each a 32-bit hash of up to three clues: its neighbourhood, the suffixes that come next and came last, and what the gazetteer says.
/// Training and decoding share this code, so a weights file fits only the <see cref="Version"/> it was made with.
/// </summary>
internal static class FeatureTemplates
{
    /// <summary>Changes with every change of the templates, the tokens or the trace.</summary>
    public const int Version = 4;

    /// <summary>Lanes that are filled: whole vectors.</summary>
    public const int Lanes = 32;

    /// <summary>Clues of a template, at most.</summary>
    private const int MostClues = 3;

    /// <summary>Keeps the templates apart.</summary>
    private const uint Seed = 0x85EBCA77;

    /// <summary>The last step of the hash: mixes what the products left in the upper half into all of it.</summary>
    private const uint Finish = 0x2545F491;

    private static readonly Clue[][] Templates =
    [
        [Code0],
        [CodeM1],
        [CodeP1],
        [CodeM1, Code0],
        [Code0, CodeP1],
        [ClassM2, ClassM1],
        [ClassP1, ClassP2],
        [ClassM1, ClassP1],
        [CodeM2, CodeM1, Code0],
        [CodeM1, Code0, CodeP1],
        [Code0, CodeP1, CodeP2],
        [NextSuffix, NextGapAndNumber],
        [NextSuffix, NextGap, LaterSuffix],
        [LastSuffix, LastGap, Code0],
        [Position, NextSuffix, LastSuffix],
        [ProvinceAndCity],
        [Region],
        [Town],
        [Village],
        [AllLevels, Code0],
        [BriefAround, BriefLevels],
        [AllLevels, AllLevelsP1],
    ];

    /// <summary>Features of one token.</summary>
    public static readonly int Count = Templates.Length;

    // Odd constants: a clue counts differently in each place of a template. A place that a template does not have counts nothing.
    private static readonly uint[] Multipliers = [0x9E3779B1, 0xD1342543, 0xAF251AF3];

    private static readonly Vector512<uint>[] Seeds = [Lane(i => (uint)(i + 1) * Seed, 0), Lane(i => (uint)(i + 1) * Seed, 1)];
    private static readonly Vector512<uint>[] Places = [.. ByPlaceAndHalf((template, place) => place < template.Length ? (uint)template[place] : 0)];
    private static readonly Vector512<uint>[] Factors = [.. ByPlaceAndHalf((template, place) => place < template.Length ? Multipliers[place] : 0)];

    /// <summary>Fills <paramref name="to"/> (room for <see cref="Lanes"/>) with the <see cref="Count"/> hashes of token <paramref name="index"/>; what the lanes behind hold means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fill(TokenSequence tokens, DivisionTrace trace, int index, Span<uint> to)
    {
        if (Avx512F.IsSupported)
        {
            FillByVector(tokens, trace, index, to);
        }
        else
        {
            FillOneByOne(tokens, trace, index, to);
        }
    }

    /// <summary>The same hashes without the wide vectors' permutation.</summary>
    internal static void FillOneByOne(TokenSequence tokens, DivisionTrace trace, int index, Span<uint> to)
    {
        Span<uint> clues = stackalloc uint[Lanes];
        tokens.Around(index).CopyTo(clues);
        tokens.SuffixesAround(index).CopyTo(clues[(int)NextSuffix..]);
        trace.Around(index).CopyTo(clues[(int)ProvinceAndCity..]);
        for (int i = 0; i < Templates.Length; i++)
        {
            uint sum = (uint)(i + 1) * Seed;
            for (int place = 0; place < Templates[i].Length; place++)
            {
                sum += clues[(int)Templates[i][place]] * Multipliers[place];
            }

            to[i] = (sum ^ (sum >> 16)) * Finish;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillByVector(TokenSequence tokens, DivisionTrace trace, int index, Span<uint> to)
    {
        Vector512<uint> near = tokens.Around(index);
        Vector512<uint> far = Vector512.Create(tokens.SuffixesAround(index), trace.Around(index));
        ref Vector512<uint> places = ref MemoryMarshal.GetArrayDataReference(Places);
        ref Vector512<uint> factors = ref MemoryMarshal.GetArrayDataReference(Factors);
        ref uint first = ref MemoryMarshal.GetReference(to[..Lanes]);
        for (int half = 0; half < 2; half++)
        {
            Vector512<uint> sum = Seeds[half];
            for (int place = 0; place < MostClues; place++)
            {
                sum += Avx512F.PermuteVar16x32x2(near, Unsafe.Add(ref places, (half * MostClues) + place), far) * Unsafe.Add(ref factors, (half * MostClues) + place);
            }

            ((sum ^ (sum >> 16)) * Vector512.Create(Finish)).StoreUnsafe(ref first, (nuint)(half * 16));
        }
    }

    private static IEnumerable<Vector512<uint>> ByPlaceAndHalf(Func<Clue[], int, uint> value) =>
        from half in Enumerable.Range(0, 2)
        from place in Enumerable.Range(0, MostClues)
        select Lane(i => i < Templates.Length ? value(Templates[i], place) : 0, half);

    private static Vector512<uint> Lane(Func<int, uint> value, int half) =>
        Vector512.Create<uint>([.. Enumerable.Range(half * 16, 16).Select(value)]);
}
