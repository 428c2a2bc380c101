using PlanetGraph.Data.Compile;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Synthetic;

/// <summary>Official names of divisions cut down to what people write.</summary>
internal static class DivisionNames
{
    /// <summary>The name without the suffix of its level (0 province … 4 village); the whole name when less than two characters would stay.</summary>
    public static string Core(string name, int level) => CoreName.Of(name, (DivisionLevel)level) ?? name;
}
