using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Customer;

/// <summary>Finds the unit that a row of the dictionary means by names of a province, city, region and town.</summary>
internal sealed class PlaceFinder(Gazetteer gazetteer)
{
    /// <summary>The unit of the last name given, or -1 when none is given.</summary>
    /// <param name="names">Province, city, region, town; null where the row says nothing.</param>
    /// <param name="fault">Why there is no such unit; null when all is well.</param>
    public int Find(ReadOnlySpan<string?> names, out string? fault)
    {
        fault = null;
        int within = -1;
        for (int level = 0; level < names.Length && fault is null; level++)
        {
            if (names[level] is { } name)
            {
                within = FindOne(name, within, unit => (int)gazetteer.LevelOf(unit) == level || IsDirect(unit, level), LevelName(level), out fault);
            }
        }

        return within;
    }

    /// <summary>The unit of any level with that name.</summary>
    public int FindAny(string name, int within, out string? fault) => FindOne(name, within, _ => true, "division", out fault);

    /// <summary>浙江省/杭州市, for messages.</summary>
    public string PathOf(int unit) => gazetteer.ParentOf(unit) is >= 0 and var parent ? $"{PathOf(parent)}/{gazetteer.Name(unit)}" : gazetteer.Name(unit);

    private int FindOne(string name, int within, Func<int, bool> fits, string what, out string? fault)
    {
        string where = within < 0 ? "the divisions" : PathOf(within);
        int[] found = [.. References(name)
            .Where(reference => reference.Kind < NameKind.Zone && reference.Kind != NameKind.Typo && fits(reference.Unit) && (within < 0 || gazetteer.IsWithin(reference.Unit, within)))
            .GroupBy(reference => Rank(reference.Kind))
            .OrderBy(group => group.Key)
            .FirstOrDefault()?.Select(reference => reference.Unit).Distinct() ?? []];
        int[] highest = [.. found.Where(unit => !found.Any(other => other != unit && gazetteer.IsWithin(unit, other)))];
        fault = highest.Length switch
        {
            0 => $"There is no {what} {name} in {where}.",
            1 => null,
            _ => $"The {what} {name} is not one in {where}: {string.Join(", ", highest.Take(3).Select(PathOf))}; say which by the columns above it.",
        };
        return fault is null ? highest[0] : -1;
    }

    private static int Rank(NameKind kind) => kind == NameKind.Full ? 0 : kind == NameKind.Short ? 1 : 2;

    /// <summary>仙桃市 lies directly under its province: a row may have it as city or as region.</summary>
    private bool IsDirect(int unit, int level) =>
        level == (int)DivisionLevel.City && gazetteer.Units[unit] is { Level: DivisionLevel.Region, Parent: var parent }
        && gazetteer.LevelOf(parent) == DivisionLevel.Province;

    private NameReference[] References(string name)
    {
        TrieNode node = gazetteer.Trie[0];
        foreach (char character in name)
        {
            int code = gazetteer.Alphabet.Span[character];
            node = gazetteer.Trie[node.Base + code];
            if (node.Code != code)
            {
                return [];
            }
        }

        return node.Name >= 0 ? gazetteer.ReferencesOf(node.Name).ToArray() : [];
    }

    private static string LevelName(int level) => level switch { 0 => "province", 1 => "city", 2 => "region", _ => "town" };
}
