namespace PlanetGraph.Engine.Data;

/// <summary>
/// A node of the double array in eight bytes, so that one load says all: the child by code c is the node at Base + c if its Code is c (no two nodes share a base).
/// A node without children has a base where every node is empty.
/// </summary>
/// <param name="Packed">From the lowest bit: 21 of the base, 13 of the code, 20 of the name's number plus one, 5 of the levels it is a full name of, 5 of those it is a short name of.</param>
internal readonly record struct TrieNode(ulong Packed)
{
    /// <summary>Nodes there may be.</summary>
    public const int MostNodes = 1 << 21;

    /// <summary>Numbers of names there may be, from 0 on.</summary>
    public const int MostNames = (1 << 20) - 1;

    /// <summary>The code of a node that is nobody's child; codes of characters are below it and above 0.</summary>
    public const int NoCode = (1 << 13) - 1;

    public TrieNode(int @base, int code, int name, LevelSet full, LevelSet brief)
        : this((uint)@base | ((ulong)(uint)code << 21) | ((ulong)(uint)(name + 1) << 34) | ((ulong)full << 54) | ((ulong)brief << 59))
    {
    }

    public int Base => (int)(Packed & (MostNodes - 1));

    public int Code => (int)(Packed >> 21) & NoCode;

    /// <summary>The number of the name that ends here; -1 where none does.</summary>
    public int Name => (int)((Packed >> 34) & MostNames) - 1;

    /// <summary>Levels that the name is a complete name of.</summary>
    public LevelSet Full => (LevelSet)((Packed >> 54) & 31);

    /// <summary>Levels that the name is a core name of.</summary>
    public LevelSet Short => (LevelSet)(Packed >> 59);
}
