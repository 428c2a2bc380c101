namespace PlanetGraph.Batch.Storage;

internal sealed class VolumeWritableFile : WritableFile
{
    private readonly VolumeWriter writer;

    public VolumeWritableFile(string path, long position)
    {
        var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(handle);
        if (length < position)
        {
            handle.Dispose();
            throw new IOException($"it has {length} bytes, the ledger knows of {position}");
        }

        RandomAccess.SetLength(handle, position);
        writer = new VolumeWriter(handle, path, position);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => writer.WriteAsync(bytes, cancel);

    public override Task FlushAsync(CancellationToken cancel) => writer.FlushAsync();

    public override ValueTask DisposeAsync()
    {
        writer.Dispose();
        return ValueTask.CompletedTask;
    }
}
