using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The rows of the features that look at one clue of few values: a character, one level, the next suffix. They lie at the value itself, so that a token finds nine of its rows
/// without a hash, a fingerprint or a branch. Copied from the table when the weights are read. Immutable, thread-safe; some hundred KB of unmanaged memory.
/// </summary>
internal sealed unsafe class DirectRows : IDisposable
{
    private const int Codes = 0x10000;
    private const int LevelValues = 0x100;

    /// <summary>Rows of a code: as that of the token before, of the token's own, of the one behind.</summary>
    private const int PerCharacter = 3;

    private static readonly int[] Characters = [FeatureTemplates.Of(Clue.CodeM1), FeatureTemplates.Of(Clue.Code0), FeatureTemplates.Of(Clue.CodeP1)];
    private static readonly int[] Levels = [.. Enumerable.Range((int)Clue.Province, 5).Select(level => FeatureTemplates.Of((Clue)level))];
    private static readonly int Suffix = FeatureTemplates.Of(Clue.NextSuffix);

    private readonly ushort[] _places = new ushort[Codes];
    private readonly sbyte* _characters;
    private readonly sbyte* _levels;
    private readonly sbyte* _suffixes;

    public DirectRows(TaggerModel model)
    {
        int places = 1;
        for (int code = 0; code < Codes; code++)
        {
            if (Array.Exists(Characters, template => model.Has(FeatureTemplates.Hash(template, (uint)code))))
            {
                _places[code] = (ushort)places++;
            }
        }

        _characters = Allocate(places * PerCharacter);
        for (int code = 0; code < Codes; code++)
        {
            for (int i = 0; i < PerCharacter && _places[code] != 0; i++)
            {
                model.Row(FeatureTemplates.Hash(Characters[i], (uint)code)).Store(Row(_characters, (_places[code] * PerCharacter) + i));
            }
        }

        _levels = Allocate(LevelValues * Levels.Length);
        for (int i = 0; i < Levels.Length; i++)
        {
            for (int value = 0; value < LevelValues; value++)
            {
                model.Row(FeatureTemplates.Hash(Levels[i], (uint)value)).Store(Row(_levels, (i * LevelValues) + value));
            }
        }

        _suffixes = Allocate(TokenSequence.SuffixValues);
        for (int value = 0; value < TokenSequence.SuffixValues; value++)
        {
            model.Row(FeatureTemplates.Hash(Suffix, (uint)value)).Store(Row(_suffixes, value));
        }
    }

    /// <summary>Where the rows of a token's code are; 0 for a code without any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PlaceOf(uint code) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_places), (nint)(ushort)code);

    /// <summary>The sum of a token's rows.</summary>
    /// <param name="before">Place of the code of the token before.</param>
    /// <param name="here">Of the token's own.</param>
    /// <param name="behind">Of the one behind.</param>
    /// <param name="levels">A byte for each level, province lowest.</param>
    /// <param name="suffix">The next suffix.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<short> Sum(int before, int here, int behind, ulong levels, int suffix)
    {
        Vector512<short> characters = Wide(Row(_characters, before * PerCharacter)) + Wide(Row(_characters, (here * PerCharacter) + 1)) + Wide(Row(_characters, (behind * PerCharacter) + 2));
        Vector512<short> upper = Wide(Row(_levels, (byte)levels)) + Wide(Row(_levels, LevelValues + (byte)(levels >> 8))) + Wide(Row(_levels, (2 * LevelValues) + (byte)(levels >> 16)));
        Vector512<short> lower = Wide(Row(_levels, (3 * LevelValues) + (byte)(levels >> 24))) + Wide(Row(_levels, (4 * LevelValues) + (byte)(levels >> 32))) + Wide(Row(_suffixes, suffix));
        return characters + upper + lower;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_characters);
        NativeMemory.AlignedFree(_levels);
        NativeMemory.AlignedFree(_suffixes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Wide(sbyte* row) => TaggerModel.Wide(Vector256.Load(row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static sbyte* Row(sbyte* rows, int row) => rows + ((nint)row * TaggerModel.RowBytes);

    private static sbyte* Allocate(int rows)
    {
        nuint bytes = (nuint)(rows * TaggerModel.RowBytes);
        sbyte* memory = (sbyte*)NativeMemory.AlignedAlloc(bytes, 2 * TaggerModel.RowBytes);
        NativeMemory.Clear(memory, bytes);
        return memory;
    }
}
