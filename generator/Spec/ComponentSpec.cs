using PlanetGraph.Generator.Diagnostics;

namespace PlanetGraph.Generator.Spec;

/// <summary>One workload of a chart.</summary>
/// <param name="Kind">Folder below templates/shared/kinds, or the component's own templates in the chart's folder.</param>
public sealed record ComponentSpec(string Name, string Title, string Kind, SourceLocation Where)
{
    /// <summary>Helm expression; the component is rendered when it is true. Null: always.</summary>
    public string? When { get; init; }

    /// <summary>Its objects belong to a run of the batch: their names end in the run, and the run's end removes them.</summary>
    public bool RunScoped { get; init; }

    /// <summary>The file server takes results, instead of serving a snapshot.</summary>
    public bool Writable { get; init; }

    /// <summary>Helm expression of the number of pods.</summary>
    public string Replicas { get; init; } = "1";

    public IReadOnlyList<string> Traits { get; init; } = [];

    public IReadOnlyList<PortSpec> Ports { get; init; } = [];

    /// <summary>Ports outside of PlanetGraph that its pods call.</summary>
    public IReadOnlyList<long> Egress { get; init; } = [];
}
