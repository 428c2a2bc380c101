using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static PlanetGraph.Engine.Tagging.Clue;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The features of a token, each a 32-bit hash of one or two clues: its neighbourhood, the suffix that comes next, and what the gazetteer says.
/// Training and decoding share this code, so a weights file fits only the <see cref="Version"/> it was made with.
/// </summary>
internal static class FeatureTemplates
{
    /// <summary>Changes with every change of the templates, the tokens or the trace.</summary>
    public const int Version = 5;

    /// <summary>Features that are found by their hash: a vector of them.</summary>
    public const int Lanes = 8;

    /// <summary>Room for all clues.</summary>
    private const int MostClueLanes = 32;

    /// <summary>Clues of a feature that is found by its hash; the others look at one.</summary>
    private const int HashedClues = 2;

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
        [NextSuffix],
        [Province],
        [City],
        [Region],
        [Town],
        [Village],
        [AllLevels, Code0],
        [AllLevels, AllLevelsP1],
        [BriefAround, BriefLevels],
    ];

    /// <summary>Features of one token.</summary>
    public static readonly int Count = Templates.Length;

    /// <summary>The templates whose rows are found by their hash, in order; those of the others are <see cref="DirectRows"/>.</summary>
    private static readonly int[] Hashed = [.. Enumerable.Range(0, Templates.Length).Where(template => Templates[template] is not [_])];

    // Odd constants: a clue counts differently in each place of a template.
    private static readonly uint[] Multipliers = [0x9E3779B1, 0xD1342543];

    private static readonly Vector256<uint> Seeds = Vector256.Create<uint>([.. Hashed.Select(SeedOf)]);
    private static readonly Vector512<uint> Places = ByPlace((template, place) => (uint)template[place]);
    private static readonly Vector512<uint> Factors = ByPlace((_, place) => Multipliers[place]);

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
    public static Vector256<uint> Hashes(TokenSequence tokens, DivisionTrace trace, int index)
    {
        if (!Avx512F.IsSupported)
        {
            return HashesOneByOne(tokens, trace, index);
        }

        Vector512<uint> products = Avx512F.PermuteVar16x32x2(tokens.Around(index), Places, trace.Around(index).ToVector256Unsafe().ToVector512Unsafe()) * Factors;
        Vector256<uint> sum = Seeds + products.GetLower() + products.GetUpper();
        return (sum ^ (sum >> 16)) * Vector256.Create(Finish);
    }

    /// <summary>The same without the wide vectors' permutation.</summary>
    internal static Vector256<uint> HashesOneByOne(TokenSequence tokens, DivisionTrace trace, int index)
    {
        Span<uint> clues = stackalloc uint[MostClueLanes];
        Span<uint> hashes = stackalloc uint[Lanes];
        CopyClues(tokens, trace, index, clues);
        for (int i = 0; i < Hashed.Length; i++)
        {
            hashes[i] = Feature(Hashed[i], clues);
        }

        return Vector256.Create<uint>(hashes);
    }

    private static void CopyClues(TokenSequence tokens, DivisionTrace trace, int index, Span<uint> clues)
    {
        tokens.Around(index).CopyTo(clues);
        trace.Around(index).CopyTo(clues[(int)AllLevels..]);
        for (Clue level = Province; level <= Village; level++)
        {
            clues[(int)level] = (byte)(trace.CodesOf(index) >> (8 * (level - Province)));
        }

        clues[(int)NextSuffix] = (uint)tokens.NextSuffix(index);
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

    /// <summary>What the first place of each hashed template says, then what the second does.</summary>
    private static Vector512<uint> ByPlace(Func<Clue[], int, uint> value) =>
        Vector512.Create<uint>([.. from place in Enumerable.Range(0, HashedClues) from template in Hashed select value(Templates[template], place)]);
}
