using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Fields;
using PlanetGraph.Engine.Output;

namespace PlanetGraph.Data.Compile;

/// <summary>Our own tables over the official divisions: what people write that the open data does not know. A wrong row is refused with its file and line.</summary>
internal sealed class OwnTables(string folder, IReadOnlyList<Division> units, NameTable names)
{
    private readonly UnitPaths paths = new(units);

    /// <summary>The fields that the kinds of words.tsv stand for.</summary>
    private static readonly Dictionary<string, byte> EndingFields = new()
    {
        ["company"] = (byte)AddressField.Company,
        ["residential"] = (byte)AddressField.Residential,
        ["office"] = (byte)AddressField.Office,
        ["mall"] = (byte)AddressField.Mall,
        ["mallName"] = (byte)AddressField.Mall | PlaceNames.OwnName,
        ["businessCircle"] = (byte)AddressField.BusinessCircle,
    };

    /// <summary>Endings of names of places, with the field each stands for, as the bin has it; the greatest byte when it is none of ours.</summary>
    public IEnumerable<(string Ending, byte Field)> Endings() =>
        from row in Rows("words.tsv", "kind", "word")
        where row[0] == "other" || EndingFields.ContainsKey(row[0])
        select (row[1], EndingFields.GetValueOrDefault(row[0], byte.MaxValue));

    public void AddNames()
    {
        AddShortNames();
        AddRenamed();
        AddRenamedTowns();
        AddZones();
        AddBusinessCircles();
        AddVariants();
        AddMisspellings();
    }

    private IEnumerable<Tsv.Row> Rows(string file, params string[] columns) => Tsv.Rows(Path.Combine(folder, file), columns);

    private void AddShortNames()
    {
        foreach (Tsv.Row row in Rows("short-names.tsv", "short", "path", "use"))
        {
            Division unit = paths.Find(row[1], row.Place);
            if (row[2] == "prefix")
            {
                names.AddHint(row[0], unit.Unit, NameKind.Prefix);
            }
            else
            {
                names.Add(row[0], unit.Unit, unit.Level, NameKind.Alias, complete: false);
            }
        }
    }

    private void AddRenamed()
    {
        foreach (Tsv.Row row in Rows("renamed.tsv", "old", "new", "also"))
        {
            DivisionLevel level = UnitPaths.LevelOf(row[0]);
            AddFormer(UnitPaths.NameOf(row[0]), level, paths.Find(row[1], row.Place), NameKind.Former);
            foreach (string part in row[2].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                AddFormer(UnitPaths.NameOf(row[0]), level, paths.Find(part, row.Place), NameKind.FormerPart);
            }

            if (level == DivisionLevel.Region)
            {
                AddFormerParent(row[0], paths.Find(row[1], row.Place));
            }
        }
    }

    private void AddRenamedTowns()
    {
        foreach (Tsv.Row row in Rows("renamed-towns.tsv", "old", "new"))
        {
            Division town = paths.Find(row[1], row.Place);
            names.Add(UnitPaths.NameOf(row[0]), town.Unit, DivisionLevel.Town, NameKind.Former);
            AddFormerParent(row[0], town);
        }
    }

    /// <summary>四川省/资阳市/简阳市 lies in 成都市 today: 资阳市 above it speaks for 成都市.</summary>
    private void AddFormerParent(string old, Division unit)
    {
        string parent = UnitPaths.ParentOf(old);
        if (parent.Length > 0 && unit.Parent is { Level: DivisionLevel.City or DivisionLevel.Region } today && UnitPaths.NameOf(parent) is { Length: > 0 } name && name != today.Name)
        {
            names.Add(name, today.Unit, today.Level, NameKind.FormerPart);
        }
    }

    private void AddFormer(string name, DivisionLevel level, Division unit, NameKind kind)
    {
        names.Add(name, unit.Unit, level, kind);
        if (CoreName.Of(name, level) is { } core)
        {
            names.Add(core, unit.Unit, level, NameKind.FormerCore, complete: false);
        }
    }

    private void AddZones()
    {
        foreach (Tsv.Row row in Rows("zones.tsv", "name", "path", "kind"))
        {
            Division unit = paths.Find(row[1], row.Place);
            if (row[2] == "division")
            {
                names.Add(row[0], unit.Unit, unit.Level, NameKind.Alias);
            }
            else
            {
                names.AddHint(row[0], unit.Unit, NameKind.Zone);
            }
        }
    }

    private void AddBusinessCircles()
    {
        foreach (Tsv.Row row in Rows("business-circles.tsv", "name", "path"))
        {
            names.AddHint(row[0], paths.Find(row[1], row.Place).Unit, NameKind.BusinessCircle);
        }
    }

    /// <summary>余杭市 for 余杭区: people write the kind a place had, or mistake it. What people call a 区 in a city without regions is a town (中山市石岐区).</summary>
    private void AddVariants()
    {
        foreach (Division town in units.Where(unit => unit is { Level: DivisionLevel.Town, Parent.Level: DivisionLevel.City }))
        {
            if (CoreName.Of(town.Name, town.Level) is { } name && !name.EndsWith('区'))
            {
                names.AddHint(name + "区", town.Unit, NameKind.Variant);
            }
        }

        foreach (Division unit in units.Where(unit => unit.Level == DivisionLevel.Region))
        {
            if (CoreName.Of(unit.Name, unit.Level) is not { } core)
            {
                continue;
            }

            foreach (string variant in new[] { core + "区", core + "县", core + "市" })
            {
                if (variant != unit.Name)
                {
                    names.Add(variant, unit.Unit, unit.Level, NameKind.Variant);
                }
            }
        }
    }

    private void AddMisspellings()
    {
        List<(char Right, char Wrong)> pairs = [.. Rows("look-alikes.tsv", "right", "wrong").Select(row => (row[0][0], row[1][0]))];
        foreach (Division unit in units.Where(unit => unit.Level <= DivisionLevel.Region))
        {
            string? core = unit.Level < DivisionLevel.Region ? CoreName.Of(unit.Name, unit.Level) : null;
            foreach ((char right, char wrong) in pairs)
            {
                AddMisspelled(unit, unit.Name, right, wrong);
                if (core is not null && (core.Length > 2 || right == '州' || unit.Level == DivisionLevel.Province))
                {
                    AddMisspelled(unit, core, right, wrong);
                }
            }
        }
    }

    /// <summary>The tagger, which sees a division in a misspelt name as well, does not hear of them: they would make names of villages and roads look like cities.</summary>
    private void AddMisspelled(Division unit, string name, char right, char wrong)
    {
        string misspelled = name.Replace(right, wrong);
        if (misspelled != name && !names.IsOfTown(misspelled))
        {
            names.AddHint(misspelled, unit.Unit, NameKind.Typo);
        }
    }
}
