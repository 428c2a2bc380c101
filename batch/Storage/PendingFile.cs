namespace PlanetGraph.Batch.Storage;

/// <summary>A file that has no name yet.</summary>
public abstract class PendingFile : IAsyncDisposable
{
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Durable, then visible under its name, replacing what was there.</summary>
    public abstract Task CommitAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}
