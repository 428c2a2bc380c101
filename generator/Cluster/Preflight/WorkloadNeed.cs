namespace PlanetGraph.Generator.Cluster.Preflight;

/// <summary>Room that a workload's pods ask for on the nodes.</summary>
/// <param name="Name">Name of the object that makes the pods.</param>
/// <param name="Pods">How many it makes.</param>
/// <param name="Cpu">Cores that each requests.</param>
/// <param name="Memory">Bytes that each requests.</param>
public sealed record WorkloadNeed(string Name, int Pods, decimal Cpu, decimal Memory);
