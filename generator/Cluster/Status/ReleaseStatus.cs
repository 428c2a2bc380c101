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
