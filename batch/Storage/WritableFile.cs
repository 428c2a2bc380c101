namespace PlanetGraph.Batch.Storage;

/// <summary>A file that grows. Every write names its place, so that a writer which wakes too late can only write the same bytes again.</summary>
public abstract class WritableFile : IAsyncDisposable
{
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Returns when everything written is durable.</summary>
    public abstract Task FlushAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}
