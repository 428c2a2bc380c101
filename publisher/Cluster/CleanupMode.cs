namespace PlanetGraph.Publisher.Cluster;

/// <summary>Who removes the run's objects from the cluster after its end.</summary>
internal enum CleanupMode
{
    /// <summary>Nobody: there is no cluster, or the user wants to look at what is left.</summary>
    Keep,

    /// <summary>The cluster deletes the Job after its <c>ttlSecondsAfterFinished</c>; what the Job owns goes with it.</summary>
    Ttl,

    /// <summary>The publisher deletes the Job itself: Kubernetes before 1.21 ignores <c>ttlSecondsAfterFinished</c>.</summary>
    Publisher,
}
