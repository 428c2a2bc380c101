namespace PlanetGraph.Engine.Data;

/// <summary>What a section of the data file holds. Numbers are never used twice.</summary>
internal enum SectionId
{
    /// <summary>UTF-8: where the divisions come from.</summary>
    Source = 1,

    /// <summary><see cref="UnitRecord"/>: provinces, cities, regions, towns, each level in the order of the tree.</summary>
    Units = 2,

    /// <summary>UTF-8 names of the units, one behind the other.</summary>
    UnitNames = 3,

    /// <summary>ushort for each of 65,536 UTF-16 units: what it is folded to; 0 when it is dropped.</summary>
    Fold = 4,

    /// <summary>ushort for each of 65,536 UTF-16 units: its code in the trie; 0 when no name has it.</summary>
    Alphabet = 5,

    /// <summary><see cref="TrieNode"/>: double array over all names.</summary>
    Trie = 6,

    /// <summary><see cref="NameRecord"/>: one for each name that stands for several things, and one more that closes the last.</summary>
    Names = 7,

    /// <summary>uint: a unit in the low 24 bits, a <see cref="NameKind"/> above; those of a name by unit.</summary>
    References = 8,

    /// <summary>ushort: the towns (counted from the first town) that have a village of that name, ascending.</summary>
    VillageTowns = 9,

    /// <summary>int: first unit of each of the four levels, the count of units, the count of villages.</summary>
    Counts = 10,

    /// <summary><see cref="TrieNode"/>: double array over the endings of names of places, written from the last character to the first.</summary>
    Endings = 11,

    /// <summary>byte for each ending: the field it stands for; 255 when the place is none of ours (学校).</summary>
    EndingFields = 12,

    /// <summary>The tagger's weights, a file of its own inside (tagger.bin, written by `make train`).</summary>
    Weights = 13,
}
