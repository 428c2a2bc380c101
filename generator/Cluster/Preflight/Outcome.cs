namespace PlanetGraph.Generator.Cluster.Preflight;

/// <summary>How a check ended.</summary>
public enum Outcome
{
    /// <summary>As it must be.</summary>
    Ok,

    /// <summary>Works, but is worth a look.</summary>
    Warning,

    /// <summary>An install would fail.</summary>
    Failed,
}
