using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>Our own tables over the official divisions.</summary>
internal static class OwnTables
{
    public static void AddTo(NameTable names, IReadOnlyList<Division> units, string folder)
    {
        AddVariants(names, units);
        _ = folder;
    }

    public static IEnumerable<(char Traditional, char Simplified)> Traditional(string folder) =>
        Tsv.Rows(Path.Combine(folder, "traditional.tsv"), "traditional", "simplified")
            .SelectMany(row => row[0].Zip(row[1], (traditional, simplified) => (traditional, simplified)));

    /// <summary>余杭市 for 余杭区: people write the kind a place had, or mistake it. Never over a name that is official somewhere.</summary>
    private static void AddVariants(NameTable names, IReadOnlyList<Division> units)
    {
        foreach (Division unit in units.Where(unit => unit.Level == DivisionLevel.Region))
        {
            if (CoreName.Of(unit.Name, unit.Level) is not { } core)
            {
                continue;
            }

            foreach (string variant in new[] { core + "区", core + "县", core + "市" })
            {
                if (variant != unit.Name && !names.Contains(variant, DivisionLevel.City))
                {
                    names.Add(variant, unit.Unit, unit.Level, NameKind.Variant);
                }
            }
        }
    }
}
