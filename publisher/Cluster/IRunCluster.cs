namespace PlanetGraph.Publisher.Cluster;

/// <summary>What the publisher does to the cluster that it runs in.</summary>
internal interface IRunCluster
{
    /// <summary>Writes the run's record.</summary>
    Task RecordAsync(ClusterRecord record, CancellationToken cancellationToken);

    /// <summary>Makes the Job the owner of everything the run started, so that all of it goes when the Job goes.</summary>
    Task OwnAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The run did not end well: the Job tries no more pods and fails at its next one. Below Kubernetes 1.26, which knows no policy for exit
    /// codes, it would otherwise start pods that can only say the same again, for hours.
    /// </summary>
    Task FailJobAsync(CancellationToken cancellationToken);

    /// <summary>Deletes the Job, and with it everything that it owns. No error when it is gone already.</summary>
    Task DeleteJobAsync(CancellationToken cancellationToken);
}
