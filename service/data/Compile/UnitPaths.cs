using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>Finds units by the paths of our tables (service/data/tables/README.md): province/city/region/town, empty where there is no such level.</summary>
internal sealed class UnitPaths
{
    private readonly Dictionary<string, Division> byPath = [];

    public UnitPaths(IEnumerable<Division> units)
    {
        foreach (Division unit in units)
        {
            byPath.TryAdd(PathOf(unit), unit);
        }
    }

    /// <summary>The unit at a path; names the row when there is none.</summary>
    public Division Find(string path, string row) =>
        byPath.TryGetValue(path, out Division? unit) ? unit : throw new InvalidDataException($"{row}: there is no division \"{path}\" in the open data.");

    /// <summary>The level a path ends at.</summary>
    public static DivisionLevel LevelOf(string path) => (DivisionLevel)path.Count(c => c == '/');

    /// <summary>The last name of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The path without its last name; empty for a province.</summary>
    public static string ParentOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string PathOf(Division unit)
    {
        string[] names = new string[(int)unit.Level + 1];
        Array.Fill(names, string.Empty);
        for (Division? at = unit; at is not null; at = at.Parent)
        {
            names[(int)at.Level] = at.Name;
        }

        return string.Join('/', names);
    }
}
