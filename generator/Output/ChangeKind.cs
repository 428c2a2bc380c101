namespace PlanetGraph.Generator.Output;

/// <summary>How a file on disk differs from the generated one.</summary>
public enum ChangeKind
{
    /// <summary>Not on disk yet.</summary>
    Missing,

    /// <summary>On disk as it was generated, but the specification says something else now.</summary>
    Stale,

    /// <summary>On disk with other bytes than were generated.</summary>
    Edited,

    /// <summary>Generated once, and no longer.</summary>
    Removed,

    /// <summary>In a chart's folder, but never generated: somebody else's.</summary>
    Foreign,
}
