using System.Text;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>Turns the division source and our own tables into a data file. The same input gives the same bytes.</summary>
internal sealed class DataCompiler
{
    private readonly List<Division> units = [];
    private readonly ushort[] fold;
    private readonly NameTable names;
    private readonly int[] counts = new int[6];
    private readonly string source;
    private readonly List<Division> provinces;

    private DataCompiler(string source, List<Division> provinces, ushort[] fold)
    {
        this.fold = fold;
        names = new NameTable(fold);
        this.source = source;
        this.provinces = provinces;
    }

    /// <summary>
    /// Compiles <paramref name="divisions"/> (divisions.tsv.br), the folder of tables and the tagger's weights to <paramref name="output"/>.
    /// Without a weights file (before the first training) the data file has the divisions only.
    /// </summary>
    public static void Compile(string divisions, string tables, string weights, string output)
    {
        (string source, List<Division> provinces) = DivisionSource.Read(divisions);
        DataCompiler compiler = new(source, provinces, FoldTable.Read(tables));
        compiler.NumberUnits();
        compiler.NameUnits();
        compiler.NameVillages();
        OwnTables own = new(tables, compiler.units, compiler.names);
        own.AddNames();
        BinWriter writer = compiler.Pack(own);
        if (File.Exists(weights))
        {
            writer.Add<byte>(SectionId.Weights, File.ReadAllBytes(weights));
        }

        writer.WriteTo(output);
    }

    private void NumberUnits()
    {
        for (DivisionLevel level = DivisionLevel.Province; level <= DivisionLevel.Town; level++)
        {
            counts[(int)level] = units.Count;
            foreach (Division division in provinces.SelectMany(province => province.Walk()).Where(division => division.Level == level))
            {
                division.Unit = units.Count;
                units.Add(division);
            }
        }

        counts[4] = units.Count;
    }

    private void NameUnits()
    {
        foreach (Division unit in units)
        {
            names.Add(unit.Name, unit.Unit, unit.Level, NameKind.Full);
            string name = CoreName.WithoutBrackets(unit.Name);
            if (name != unit.Name)
            {
                names.Add(name, unit.Unit, unit.Level, NameKind.Alias);
            }

            if (CoreName.Of(name, unit.Level) is { } core)
            {
                names.Add(core, unit.Unit, unit.Level, NameKind.Short, complete: false);
            }

            foreach (string alias in CoreName.WithoutNationality(unit.Name, unit.Level))
            {
                names.Add(alias, unit.Unit, unit.Level, NameKind.Alias);
            }
        }
    }

    private void NameVillages()
    {
        foreach (Division village in provinces.SelectMany(province => province.Walk()).Where(division => division.Level == DivisionLevel.Village))
        {
            counts[5]++;
            if (village.Parent is not { Level: DivisionLevel.Town } town)
            {
                continue;
            }

            string core = CoreName.Village(village.Name);
            if (core.Length >= 2)
            {
                names.AddVillage(core, town.Unit - counts[3], core.EndsWith('村') || core.EndsWith("社区", StringComparison.Ordinal));
            }
        }
    }

    private BinWriter Pack(OwnTables own)
    {
        BinWriter writer = new();
        writer.Add<byte>(SectionId.Source, Encoding.UTF8.GetBytes(source));
        PackUnits(writer);
        List<KeyValuePair<string, NameTable.Entry>> entries = [.. names.Entries];
        int[] numbers = new int[entries.Count];
        List<NameRecord> records = [];
        List<uint> references = [];
        List<ushort> villageTowns = [];
        for (int i = 0; i < numbers.Length; i++)
        {
            NameTable.Entry entry = entries[i].Value;
            numbers[i] = entry.OnlyThing ?? records.Count;
            if (entry.OnlyThing is not null)
            {
                continue;
            }

            ulong blocks = entry.VillageTowns.Aggregate(0UL, (blocks, town) => blocks | TownBlock.Of(town));
            records.Add(new NameRecord((uint)references.Count, (uint)villageTowns.Count, blocks));
            references.AddRange(entry.Units.Select(unit => new NameReference(unit.Key, unit.Value).Packed));
            villageTowns.AddRange(entry.VillageTowns);
        }

        records.Add(new NameRecord((uint)references.Count, (uint)villageTowns.Count, 0));
        if (records.Count > NameNumber.OneVillage || units.Count > NameNumber.LastUnit)
        {
            throw new InvalidDataException(
                $"There are {units.Count} units and {records.Count} names that stand for several; a name's number has room for {NameNumber.LastUnit} and {NameNumber.OneVillage}.");
        }

        List<string> texts = [.. entries.Select(entry => entry.Key)];
        List<(string Ending, byte Field)> endings = [.. own.Endings()];
        ushort[] alphabet = DoubleArray.Alphabet(texts.Concat(endings.Select(ending => ending.Ending)));
        writer.Add<ushort>(SectionId.Fold, fold);
        writer.Add<ushort>(SectionId.Alphabet, WithLowerCase(alphabet));
        writer.Add(SectionId.Trie, DoubleArray.Build(texts, alphabet, name => (numbers[name], entries[name].Value.Full, entries[name].Value.Short)));
        writer.Add<NameRecord>(SectionId.Names, records.ToArray());
        writer.Add<uint>(SectionId.References, references.ToArray());
        writer.Add<ushort>(SectionId.VillageTowns, villageTowns.ToArray());
        writer.Add<int>(SectionId.Counts, counts);
        writer.Add(SectionId.Endings, DoubleArray.Build([.. endings.Select(ending => Reversed(ending.Ending))], alphabet, ending => (ending, LevelSet.None, LevelSet.None)));
        writer.Add<byte>(SectionId.EndingFields, [.. endings.Select(ending => ending.Field)]);
        return writer;
    }

    private static string Reversed(string ending) => string.Concat(ending.Reverse());

    private static ushort[] WithLowerCase(ushort[] alphabet)
    {
        ushort[] codes = (ushort[])alphabet.Clone();
        for (char upper = 'A'; upper <= 'Z'; upper++)
        {
            char lower = char.ToLowerInvariant(upper);
            codes[lower] = codes[lower] == 0 ? codes[upper] : codes[lower];
            codes[upper] = codes[upper] == 0 ? codes[lower] : codes[upper];
        }

        return codes;
    }

    private void PackUnits(BinWriter writer)
    {
        MemoryStream pool = new();
        List<UnitRecord> records = new(units.Count);
        foreach (Division unit in units)
        {
            byte[] name = Encoding.UTF8.GetBytes(unit.Name);
            (ushort first, ushort after) = Towns(unit);
            UnitTraits traits = unit.IsMunicipality ? UnitTraits.Municipality : UnitTraits.None;
            records.Add(new UnitRecord((uint)pool.Position, (byte)name.Length, unit.Level, traits, 0, unit.Parent?.Unit ?? -1, first, after));
            pool.Write(name);
        }

        writer.Add<UnitRecord>(SectionId.Units, records.ToArray());
        writer.Add<byte>(SectionId.UnitNames, pool.ToArray());
    }

    private (ushort First, ushort After) Towns(Division unit)
    {
        int[] towns = [.. unit.Walk().Where(division => division.Level == DivisionLevel.Town).Select(division => division.Unit - counts[3])];
        return towns.Length == 0 ? ((ushort)0, (ushort)0) : ((ushort)towns[0], (ushort)(towns[^1] + 1));
    }
}
