using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>All names and what they stand for, collected before the trie is built; folded as a text is before it is searched (八五〇农场, （工业园区）城南街道).</summary>
/// <param name="fold">What each character is folded to.</param>
internal sealed class NameTable(ushort[] fold)
{
    private readonly SortedDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, Entry>> Entries => entries;

    /// <summary>Whether a town has the name.</summary>
    public bool IsOfTown(string name) => entries.TryGetValue(Folded(name), out Entry? entry) && ((entry.Full | entry.Short) & LevelSet.Town) != 0;

    /// <summary>Adds a name of a unit; the strongest kind wins when it is there already.</summary>
    public void Add(string name, int unit, DivisionLevel level, NameKind kind, bool complete = true)
    {
        AddHint(name, unit, kind);
        Get(name).Mark(level, complete);
    }

    /// <summary>Adds a name that helps to decide, but is not one of a division: the tagger does not hear of it.</summary>
    public void AddHint(string name, int unit, NameKind kind)
    {
        Entry entry = Get(name);
        if (!entry.Units.TryGetValue(unit, out NameKind known) || kind < known)
        {
            entry.Units[unit] = kind;
        }
    }

    /// <summary>Adds a village's core name in a town.</summary>
    public void AddVillage(string name, int town, bool complete)
    {
        Entry entry = Get(name);
        entry.VillageTowns.Add((ushort)town);
        entry.Mark(DivisionLevel.Village, complete);
    }

    private static LevelSet Set(DivisionLevel level) => (LevelSet)(1 << (int)level);

    private string Folded(string name) => string.Concat(name.Select(c => (char)fold[c]).Where(c => c is not ('\0' or ' ')));

    private Entry Get(string written)
    {
        string name = Folded(written);
        if (!entries.TryGetValue(name, out Entry? entry))
        {
            entries.Add(name, entry = new Entry());
        }

        return entry;
    }

    /// <summary>What one name stands for.</summary>
    internal sealed class Entry
    {
        public SortedDictionary<int, NameKind> Units { get; } = [];

        public SortedSet<ushort> VillageTowns { get; } = [];

        public LevelSet Full { get; private set; }

        public LevelSet Short { get; private set; }

        /// <summary>The number of a name that stands for one unit or one village; null when it stands for several.</summary>
        public int? OnlyThing => (Units.Count, VillageTowns.Count) switch
        {
            (1, 0) => NameNumber.OfReference(new NameReference(Units.First().Key, Units.First().Value)),
            (0, 1) => NameNumber.OfVillage(VillageTowns.Min),
            _ => null,
        };

        public void Mark(DivisionLevel level, bool complete)
        {
            if (complete)
            {
                Full |= Set(level);
            }
            else
            {
                Short |= Set(level);
            }
        }
    }
}
