using PlanetGraph.Data.Compile;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Tests.Tables;

/// <summary>All paths (province/city/region/town) that the division source knows.</summary>
public sealed class DivisionPaths
{
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);

    public DivisionPaths()
    {
        (_, List<Division> provinces) = DivisionSource.Read(Repository.File("service/data/divisions.tsv.br"));
        foreach (Division division in provinces.SelectMany(province => province.Walk()).Where(division => division.Level != DivisionLevel.Village))
        {
            paths.Add(PathOf(division));
        }
    }

    public bool Contains(string path) => paths.Contains(path);

    private static string PathOf(Division division)
    {
        string[] names = new string[(int)division.Level + 1];
        Array.Fill(names, string.Empty);
        for (Division? at = division; at is not null; at = at.Parent)
        {
            names[(int)at.Level] = at.Name;
        }

        return string.Join('/', names);
    }
}
