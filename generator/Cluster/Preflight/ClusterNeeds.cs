namespace PlanetGraph.Generator.Cluster.Preflight;

/// <summary>What an install must find on the cluster.</summary>
/// <param name="Images">Images that pods will ask for.</param>
/// <param name="NodePorts">Ports that must be free on every node.</param>
/// <param name="StorageClass">Class that must exist; null when volumes are bound by name.</param>
/// <param name="Release">The release whose own ports do not count as taken.</param>
public sealed record ClusterNeeds(IReadOnlyList<string> Images, IReadOnlyList<int> NodePorts, string? StorageClass, string Release);
