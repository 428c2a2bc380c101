using System.Text;

namespace PlanetGraph.Engine.Data;

/// <summary>The divisions of a data file: units, their names, and the trie that finds the names in a text. Immutable; shared by all threads.</summary>
internal sealed class Gazetteer
{
    private const int CommonWord = 3;

    private readonly int[] levelStarts = new int[5];
    private readonly Section<byte> names;

    /// <summary>A copy of what the units say, an eighth as long: chains of parents are walked for every name, and these stay in the cache.</summary>
    private readonly short[] parents;

    private readonly UpperUnit[] uppers;

    /// <summary>Every town once: the list of a name that one village has.</summary>
    private readonly ushort[] towns;

    public Gazetteer(DataFile file)
    {
        Units = file.Section<UnitRecord>(SectionId.Units);
        names = file.Section<byte>(SectionId.UnitNames);
        Fold = file.Section<ushort>(SectionId.Fold);
        Alphabet = file.Section<ushort>(SectionId.Alphabet);
        Trie = file.Section<TrieNode>(SectionId.Trie);
        Names = file.Section<NameRecord>(SectionId.Names);
        References = file.Section<uint>(SectionId.References);
        VillageTowns = file.Section<ushort>(SectionId.VillageTowns);
        Endings = file.Section<TrieNode>(SectionId.Endings);
        EndingFields = file.Section<byte>(SectionId.EndingFields);
        ReadOnlySpan<int> counts = file.Section<int>(SectionId.Counts).Span;
        counts[..5].CopyTo(levelStarts);
        towns = [.. Enumerable.Range(0, LevelCount(3)).Select(town => (ushort)town)];
        parents = new short[Units.Count];
        for (int unit = 0; unit < parents.Length; unit++)
        {
            int parent = Units[unit].Parent;
            parents[unit] = parent < short.MaxValue
                ? (short)parent
                : throw new GazetteerException($"The data file has {parent} provinces, cities and regions, more than {short.MaxValue}; build it anew with: make data");
        }

        uppers = [.. Enumerable.Range(0, FirstTown).Select(UpperOf)];
        Version = new DataVersion(
            BinFormat.Version,
            file.Checksum.ToString("x16", System.Globalization.CultureInfo.InvariantCulture),
            Encoding.UTF8.GetString(file.Section<byte>(SectionId.Source).Span),
            LevelCount(0),
            LevelCount(1),
            LevelCount(2),
            LevelCount(3),
            counts[5]);
    }

    public DataVersion Version { get; }

    public Section<UnitRecord> Units { get; }

    public Section<ushort> Fold { get; }

    public Section<ushort> Alphabet { get; }

    public Section<TrieNode> Trie { get; }

    public Section<NameRecord> Names { get; }

    public Section<uint> References { get; }

    public Section<ushort> VillageTowns { get; }

    /// <summary>Endings of names of places, last character first.</summary>
    public Section<TrieNode> Endings { get; }

    /// <summary>For each ending the field it stands for; 255 for none.</summary>
    public Section<byte> EndingFields { get; }

    /// <summary>The unit that is town number 0.</summary>
    public int FirstTown => levelStarts[3];

    /// <summary>The first unit of a level (0..3), and the count of units for 4.</summary>
    public int LevelStart(int level) => levelStarts[level];

    /// <summary>The unit that a unit lies in; -1 for a province.</summary>
    public int ParentOf(int unit) => parents[unit];

    /// <summary>What is asked most of a unit above the towns.</summary>
    public ref readonly UpperUnit Upper(int unit) => ref uppers[unit];

    /// <summary>The province that a unit is or lies in.</summary>
    public int ProvinceOf(int unit) => uppers[unit < FirstTown ? unit : ParentOf(unit)].Province;

    /// <summary>The level of a unit, told by its number.</summary>
    public DivisionLevel LevelOf(int unit) =>
        unit >= levelStarts[3] ? DivisionLevel.Town
        : unit >= levelStarts[2] ? DivisionLevel.Region
        : unit >= levelStarts[1] ? DivisionLevel.City
        : DivisionLevel.Province;

    /// <summary>A unit's official name as UTF-8.</summary>
    public ReadOnlySpan<byte> NameUtf8(int unit)
    {
        UnitRecord record = Units[unit];
        return names.Span.Slice((int)record.NameOffset, record.NameLength);
    }

    /// <summary>A unit's official name.</summary>
    public string Name(int unit) => Encoding.UTF8.GetString(NameUtf8(unit));

    /// <summary>A unit with all above it: 浙江省/杭州市/西湖区.</summary>
    public string Path(int unit) => ParentOf(unit) < 0 ? Name(unit) : $"{Path(ParentOf(unit))}/{Name(unit)}";

    /// <summary>The units a name stands for.</summary>
    public NameReferences ReferencesOf(int name)
    {
        if (!NameNumber.IsListed(name))
        {
            return NameNumber.IsOneVillage(name) ? default : new NameReferences(NameNumber.Reference(name));
        }

        int from = (int)Names[name].FirstReference;
        return new NameReferences(References.Span[from..(int)Names[name + 1].FirstReference]);
    }

    /// <summary>What kind of name it is of the unit; null when it is none.</summary>
    public NameKind? KindOf(int name, int unit)
    {
        foreach (NameReference reference in ReferencesOf(name))
        {
            if (reference.Unit == unit)
            {
                return reference.Kind;
            }
        }

        return null;
    }

    /// <summary>The towns that have a village of that name, counted from <see cref="FirstTown"/>, ascending.</summary>
    public ReadOnlySpan<ushort> VillageTownsOf(int name)
    {
        if (!NameNumber.IsListed(name))
        {
            return NameNumber.IsOneVillage(name) ? towns.AsSpan(NameNumber.Town(name), 1) : default;
        }

        int from = (int)Names[name].FirstVillage;
        return VillageTowns.Span[from..(int)Names[name + 1].FirstVillage];
    }

    /// <summary>Begins to load the lists of a name into the cache: the first of its units, and the village town where a search among them looks first.</summary>
    public void PrefetchLists(int name)
    {
        if (!NameNumber.IsListed(name))
        {
            return;
        }

        NameRecord record = Names[name];
        References.Prefetch((int)record.FirstReference);
        VillageTowns.Prefetch((int)((record.FirstVillage + Names[name + 1].FirstVillage) / 2));
    }

    /// <summary>A short name that many villages have is a common word (大兴, 中山): alone it says nothing about a place.</summary>
    public bool IsCommonWord(int name) => NameNumber.IsListed(name) && VillageTownsOf(name).Length > CommonWord;

    /// <summary>The ancestor of a unit at a level, the unit itself included; -1 when there is none.</summary>
    public int AncestorAt(int unit, DivisionLevel level)
    {
        for (int at = unit; at >= 0; at = ParentOf(at))
        {
            if (LevelOf(at) == level)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether a unit is <paramref name="ancestor"/> or lies in it.</summary>
    public bool IsWithin(int unit, int ancestor)
    {
        for (int at = unit; at >= 0; at = ParentOf(at))
        {
            if (at == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The city that a municipality is at the same time.</summary>
    public int CityOfMunicipality(int province)
    {
        int city = LevelStart(1);
        while (ParentOf(city) != province)
        {
            city++;
        }

        return city;
    }

    private UpperUnit UpperOf(int unit)
    {
        UnitRecord record = Units[unit];
        return new UpperUnit(record.FirstTown, record.AfterTown, (byte)AncestorAt(unit, DivisionLevel.Province), record.Level);
    }

    private int LevelCount(int level) => levelStarts[level + 1] - levelStarts[level];
}
