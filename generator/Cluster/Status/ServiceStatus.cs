namespace PlanetGraph.Generator.Cluster.Status;

/// <summary>One Service and its endpoints.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ClusterEndpoint">Address and port in the cluster, such as 10.42.63.78:8080; a headless Service has "None".</param>
/// <param name="ExternalPort">Port on every node, or null.</param>
/// <param name="PortName">Name of the port in the Service.</param>
public sealed record ServiceStatus(string Name, string ClusterEndpoint, int? ExternalPort, string? PortName);
