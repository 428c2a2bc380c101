namespace PlanetGraph.Generator.Cluster.Status;

/// <summary>One workload.</summary>
/// <param name="Kind">Deployment, StatefulSet or Job.</param>
/// <param name="Name">Its name.</param>
/// <param name="Ready">Pods ready; of a Job: pods that succeeded.</param>
/// <param name="Desired">Pods wanted; of a Job: its parallelism.</param>
/// <param name="State">One word: ready, updating, running, complete, failed.</param>
public sealed record WorkloadStatus(string Kind, string Name, int Ready, int Desired, string State)
{
    /// <summary>Nothing to do for anybody.</summary>
    public bool IsWell => State is "ready" or "running" or "complete";
}
