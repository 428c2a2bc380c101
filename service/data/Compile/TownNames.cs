using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>
/// Names of towns as the source has them. A hundred of 41,000 begin with the names of their city or region in full (济源市 / 济源市沁园街道, 四平市 / 铁东区 / 四平市铁东区山门镇):
/// nobody writes them twice, and a road of that name (济源市沁园路) would begin like a town's.
/// </summary>
internal static class TownNames
{
    /// <summary>Characters of the shortest name that may be left.</summary>
    private const int Shortest = 3;

    /// <summary>The name without the names of what it lies in, if a name of a town is left (an 开发区 named after its city keeps it).</summary>
    public static string WithoutParents(string name, Division parent)
    {
        string rest = name;
        foreach (Division division in Above(parent).Reverse())
        {
            rest = rest.StartsWith(division.Name, StringComparison.Ordinal) ? rest[division.Name.Length..] : rest;
        }

        return rest.Length >= Shortest && (rest.EndsWith("街道", StringComparison.Ordinal) || rest[^1] is '镇' or '乡') ? rest : name;
    }

    private static IEnumerable<Division> Above(Division? division)
    {
        for (; division is { Level: DivisionLevel.City or DivisionLevel.Region }; division = division.Parent)
        {
            yield return division;
        }
    }
}
