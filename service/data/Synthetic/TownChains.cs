using PlanetGraph.Data.Compile;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Synthetic;

/// <summary>The towns of the open division data with all that lies above and in them.</summary>
internal static class TownChains
{
    /// <summary>Reads divisions.tsv.br.</summary>
    public static List<TownChain> Read(string path)
    {
        List<TownChain> towns = [];
        foreach (Division town in DivisionSource.Read(path).Provinces.SelectMany(province => province.Walk()).Where(division => division.Level == DivisionLevel.Town))
        {
            string?[] above = new string?[3];
            for (Division? division = town.Parent; division is not null; division = division.Parent)
            {
                above[(int)division.Level] = division.Name;
            }

            towns.Add(new TownChain(above[0]!, above[1], above[2], town.Name, [.. town.Children.Select(village => village.Name)]));
        }

        return towns;
    }
}
