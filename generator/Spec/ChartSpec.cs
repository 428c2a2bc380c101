using PlanetGraph.Generator.Diagnostics;

namespace PlanetGraph.Generator.Spec;

/// <summary>One chart: its head, components, volumes and every value, traits unfolded.</summary>
public sealed record ChartSpec(string Name, string ShortName, string Version, string AppVersion, string Description, SourceLocation Where)
{
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>How it is installed: examples and the checks use it.</summary>
    public InstallSpec Install { get; init; } = new("release", "default", new Dictionary<string, string>(StringComparer.Ordinal));

    public IReadOnlyList<ComponentSpec> Components { get; init; } = [];

    public IReadOnlyList<VolumeSpec> Volumes { get; init; } = [];

    public IReadOnlyList<ValueSpec> Values { get; init; } = [];
}
