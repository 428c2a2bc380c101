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

    /// <summary>Features that are found by their hash: a vector of them.</summary>
    public const int Lanes = 16;

    /// <summary>Lanes of all clues.</summary>
    private const int MostClueLanes = 32;

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

    /// <summary>The templates whose rows are found by their hash, in order; those of the others are <see cref="DirectRows"/>.</summary>
    private static readonly int[] Hashed = [.. Enumerable.Range(0, Templates.Length).Where(template => Templates[template] is not [Code0 or CodeM1 or CodeP1 or Region or Town or Village])];

    // Odd constants: a clue counts differently in each place of a template. A place that a template does not have counts nothing.
    private static readonly uint[] Multipliers = [0x9E3779B1, 0xD1342543, 0xAF251AF3];

    private static readonly Vector512<uint> Seeds = Lane(template => SeedOf(template));
    private static readonly Vector512<uint>[] Places = [.. ByPlace((template, place) => place < template.Length ? (uint)template[place] : 0)];
    private static readonly Vector512<uint>[] Factors = [.. ByPlace((template, place) => place < template.Length ? Multipliers[place] : 0)];

    /// <summary>The template that looks at this clue alone.</summary>
    public static int Of(Clue clue) => Array.FindIndex(Templates, template => template is [var only] && only == clue);

    /// <summary>The feature of a template of one clue.</summary>
    public static uint Hash(int template, uint clue) => Mix(SeedOf(template) + (clue * Multipliers[0]));

    /// <summary>Fills <paramref name="to"/> with all <see cref="Count"/> features of token <paramref name="index"/>, as training counts them.</summary>
    public static void Fill(TokenSequence tokens, DivisionTrace trace, int index, Span<uint> to)
    {
        Span<uint> clues = stackalloc uint[MostClueLanes];
        CopyClues(tokens, trace, index, clues);
        for (int template = 0; template < Templates.Length; template++)
        {
            to[template] = Feature(template, clues);
        }
    }

    /// <summary>The <see cref="Lanes"/> features of token <paramref name="index"/> that are found by their hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Hashes(TokenSequence tokens, DivisionTrace trace, int index)
    {
        if (!Avx512F.IsSupported)
        {
            return HashesOneByOne(tokens, trace, index);
        }

        Vector512<uint> near = tokens.Around(index);
        Vector512<uint> far = Vector512.Create(tokens.SuffixesAround(index), trace.Around(index));
        ref Vector512<uint> places = ref MemoryMarshal.GetArrayDataReference(Places);
        ref Vector512<uint> factors = ref MemoryMarshal.GetArrayDataReference(Factors);
        Vector512<uint> sum = Seeds;
        for (int place = 0; place < MostClues; place++)
        {
            sum += Avx512F.PermuteVar16x32x2(near, Unsafe.Add(ref places, place), far) * Unsafe.Add(ref factors, place);
        }

        return (sum ^ (sum >> 16)) * Vector512.Create(Finish);
    }

    /// <summary>The same without the wide vectors' permutation.</summary>
    internal static Vector512<uint> HashesOneByOne(TokenSequence tokens, DivisionTrace trace, int index)
    {
        Span<uint> clues = stackalloc uint[MostClueLanes];
        Span<uint> hashes = stackalloc uint[Lanes];
        CopyClues(tokens, trace, index, clues);
        for (int i = 0; i < Hashed.Length; i++)
        {
            hashes[i] = Feature(Hashed[i], clues);
        }

        return Vector512.Create<uint>(hashes);
    }

    private static void CopyClues(TokenSequence tokens, DivisionTrace trace, int index, Span<uint> clues)
    {
        tokens.Around(index).CopyTo(clues);
        tokens.SuffixesAround(index).CopyTo(clues[(int)NextSuffix..]);
        trace.Around(index).CopyTo(clues[(int)ProvinceAndCity..]);
    }

    private static uint Feature(int template, ReadOnlySpan<uint> clues)
    {
        uint sum = SeedOf(template);
        for (int place = 0; place < Templates[template].Length; place++)
        {
            sum += clues[(int)Templates[template][place]] * Multipliers[place];
        }

        return Mix(sum);
    }

    private static uint SeedOf(int template) => (uint)(template + 1) * Seed;

    private static uint Mix(uint sum) => (sum ^ (sum >> 16)) * Finish;

    private static IEnumerable<Vector512<uint>> ByPlace(Func<Clue[], int, uint> value) =>
        from place in Enumerable.Range(0, MostClues)
        select Lane(template => value(Templates[template], place));

    private static Vector512<uint> Lane(Func<int, uint> value) => Vector512.Create<uint>([.. Hashed.Select(value)]);
}
