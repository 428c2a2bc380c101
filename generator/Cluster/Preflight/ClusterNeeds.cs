namespace PlanetGraph.Generator.Cluster.Preflight;

/// <summary>What an install must find on the cluster.</summary>
/// <param name="Images">Images that pods will ask for.</param>
/// <param name="NodePorts">Ports that must be free on every node.</param>
/// <param name="StorageClass">Class that must exist; null when volumes are bound by name.</param>
/// <param name="Release">The release whose own ports and pods do not count as taken.</param>
public sealed record ClusterNeeds(IReadOnlyList<string> Images, IReadOnlyList<int> NodePorts, string? StorageClass, string Release)
{
    /// <summary>Room for pods; empty when nobody said what is to be installed.</summary>
    public IReadOnlyList<WorkloadNeed> Workloads { get; init; } = [];

    /// <summary>Secrets of registries that pods name.</summary>
    public IReadOnlyList<string> PullSecrets { get; init; } = [];
}
