namespace PlanetGraph.Publisher.Cluster;

/// <summary>The publisher outside a cluster: there is nothing to record, own or delete.</summary>
internal sealed class NoCluster : IRunCluster
{
    public Task RecordAsync(ClusterRecord record, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task OwnAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task FailJobAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task DeleteJobAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
