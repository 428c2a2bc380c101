namespace PlanetGraph.Publisher.Cluster;

/// <summary>Section <c>Cleanup</c>: what becomes of the run's objects in the cluster. The chart fills it in.</summary>
internal sealed class CleanupOptions
{
    /// <summary>Default: <see cref="CleanupMode.Keep"/>, as outside a cluster.</summary>
    public CleanupMode Mode { get; set; }

    /// <summary>Seconds between the run's end and the deletion of the Job by the publisher, 0 or more. Default: 260, as the Job's own.</summary>
    public int TtlSeconds { get; set; } = 260;

    /// <summary>The name of the workers' Job. Needed by every mode but keep.</summary>
    public string Job { get; set; } = "";

    /// <summary>Objects that the Job owns from the run's end on, separated by spaces: <c>apps/v1/statefulsets/NAME v1/services/NAME</c>.</summary>
    public string Objects { get; set; } = "";

    /// <summary>The ConfigMap that keeps the run's state after all else is gone; empty: none.</summary>
    public string Record { get; set; } = "";

    /// <summary>The namespace, from the pod's <c>POD_NAMESPACE</c>.</summary>
    public string Namespace { get; set; } = "";
}
