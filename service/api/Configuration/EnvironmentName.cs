namespace PlanetGraph.Service.Configuration;

/// <summary>Names of environment variables for keys.</summary>
public static class EnvironmentName
{
    /// <summary>The documented name: planet-graph.data.path is PLANET_GRAPH_DATA_PATH.</summary>
    public static string Of(string key) => key.Replace('.', '_').Replace('-', '_').ToUpperInvariant();

    /// <summary>Spring Boot's own form, which drops dashes: PLANETGRAPH_DATA_PATH.</summary>
    public static string SpringOf(string key) => key.Replace("-", string.Empty, StringComparison.Ordinal).Replace('.', '_').ToUpperInvariant();

    /// <summary>.NET's form: PLANET_GRAPH__DATA__PATH.</summary>
    public static string DotNetOf(string key) => key.Replace(".", "__", StringComparison.Ordinal).Replace('-', '_').ToUpperInvariant();

    /// <summary>Every name a key can have, the documented one first.</summary>
    public static IReadOnlyList<string> AllOf(string key) => [Of(key), SpringOf(key), DotNetOf(key)];
}
