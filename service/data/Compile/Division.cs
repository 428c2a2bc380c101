using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>A division of the source, with what lies in it.</summary>
internal sealed class Division(string name, DivisionLevel level, Division? parent)
{
    public string Name { get; } = name;

    public DivisionLevel Level { get; } = level;

    public Division? Parent { get; } = parent;

    public List<Division> Children { get; } = [];

    /// <summary>Number of this unit in the data file; -1 for villages, which have none.</summary>
    public int Unit { get; set; } = -1;

    public bool IsMunicipality => (Level == DivisionLevel.Province && Children.Count == 1 && Children[0].Name == Name)
        || (Level == DivisionLevel.City && Parent?.Name == Name);

    public Division Add(string child, DivisionLevel childLevel)
    {
        Division added = new(child, childLevel, this);
        Children.Add(added);
        return added;
    }

    /// <summary>
    /// This division and all in it, parents first; lower levels before higher ones: the counties directly under a province come before its first city,
    /// so that a list of levels and names is enough to build the tree again.
    /// </summary>
    public IEnumerable<Division> Walk() =>
        (Level == DivisionLevel.Province ? Children.OrderByDescending(child => child.Level) : Children.AsEnumerable())
        .SelectMany(child => child.Walk()).Prepend(this);

    /// <summary>浙江省/杭州市/西湖区, for messages.</summary>
    public override string ToString() => Parent is null ? Name : $"{Parent}/{Name}";
}
