namespace PlanetGraph.Generator.Cluster.Status;

/// <summary>How a release stands, as <c>status</c> prints it.</summary>
/// <param name="Release">Name of the Helm release.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Workloads">Deployments, StatefulSets and Jobs.</param>
/// <param name="Services">Where it can be reached.</param>
/// <param name="Claims">Its volumes: claim, state, bound volume.</param>
/// <param name="Troubles">Pods that are not well, and why.</param>
public sealed record ReleaseStatus(
    string Release,
    string Namespace,
    IReadOnlyList<WorkloadStatus> Workloads,
    IReadOnlyList<ServiceStatus> Services,
    IReadOnlyList<ClaimStatus> Claims,
    IReadOnlyList<PodTrouble> Troubles)
{
    /// <summary>Something of the release exists.</summary>
    public bool IsInstalled => Workloads.Count > 0 || Services.Count > 0;

    /// <summary>Everything that should run runs, every claim is bound and no pod is unwell.</summary>
    public bool IsWell => IsInstalled && Workloads.All(w => w.IsWell) && Claims.All(c => c.IsBound) && Troubles.Count == 0;
}

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

/// <summary>One Service and its endpoints.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ClusterEndpoint">Address and port in the cluster, such as 10.42.63.78:8080; a headless Service has "None".</param>
/// <param name="ExternalPort">Port on every node, or null.</param>
/// <param name="PortName">Name of the port in the Service.</param>
public sealed record ServiceStatus(string Name, string ClusterEndpoint, int? ExternalPort, string? PortName);

/// <summary>One volume claim.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Phase">Bound, Pending or Lost.</param>
/// <param name="Volume">The PersistentVolume it is bound to, or null.</param>
/// <param name="Capacity">Such as 10Gi, or null while it is not bound.</param>
public sealed record ClaimStatus(string Name, string Phase, string? Volume, string? Capacity)
{
    /// <summary>The claim has its volume.</summary>
    public bool IsBound => Phase == "Bound";
}

/// <summary>A pod that is not well.</summary>
/// <param name="Pod">Its name.</param>
/// <param name="Node">Its node, or null while it has none.</param>
/// <param name="Why">A sentence: which container, in which state, with which message.</param>
/// <param name="WhatToDo">A sentence, or null where the reason says it all.</param>
/// <param name="Events">Its last events, newest first.</param>
public sealed record PodTrouble(string Pod, string? Node, string Why, string? WhatToDo, IReadOnlyList<string> Events);
