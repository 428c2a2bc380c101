namespace PlanetGraph.Engine.Data;

/// <summary>Lists divisions by their parents' official names.</summary>
internal sealed class DivisionDirectory(Gazetteer gazetteer)
{
    public IReadOnlyList<string> Provinces() => Below(-1, DivisionLevel.Province);

    public IReadOnlyList<string> Cities(string province) => Find(-1, DivisionLevel.Province, province) is >= 0 and var at ? Below(at, DivisionLevel.City) : [];

    public IReadOnlyList<string> Regions(string province, string? city) => City(province, city) is >= 0 and var at ? Below(at, DivisionLevel.Region) : [];

    public IReadOnlyList<string> Towns(string province, string? city, string? region)
    {
        int parent = City(province, city);
        parent = parent >= 0 && region is not null ? Find(parent, DivisionLevel.Region, region) : parent;
        return parent >= 0 ? Below(parent, DivisionLevel.Town) : [];
    }

    private int City(string province, string? city)
    {
        int parent = Find(-1, DivisionLevel.Province, province);
        return parent >= 0 && city is not null ? Find(parent, DivisionLevel.City, city) : parent;
    }

    private int Find(int parent, DivisionLevel level, string name) => Units(parent, level).FirstOrDefault(unit => gazetteer.Name(unit) == name, -1);

    private string[] Below(int parent, DivisionLevel level) => [.. Units(parent, level).Select(gazetteer.Name)];

    private IEnumerable<int> Units(int parent, DivisionLevel level)
    {
        int first = gazetteer.LevelStart((int)level);
        return Enumerable.Range(first, gazetteer.LevelStart((int)level + 1) - first).Where(unit => gazetteer.Units[unit].Parent == parent);
    }
}
