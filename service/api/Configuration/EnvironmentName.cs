namespace PlanetGraph.Service.Configuration;

/// <summary>Names of environment variables for keys, as Spring Boot relaxes them.</summary>
public static class EnvironmentName
{
    /// <summary>The documented name: planet-graph.data.path is PLANET_GRAPH_DATA_PATH.</summary>
    public static string Of(string key) => key.Replace('.', '_').Replace('-', '_').ToUpperInvariant();

    /// <summary>Spring Boot's own form, which drops dashes: PLANETGRAPH_DATA_PATH.</summary>
    public static string SpringOf(string key) => key.Replace("-", string.Empty, StringComparison.Ordinal).Replace('.', '_').ToUpperInvariant();
}
