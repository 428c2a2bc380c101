namespace PlanetGraph.Batch.Storage;

internal sealed class VolumePendingFile(string pending, string target, bool syncFolder) : PendingFile
{
    private readonly VolumeWriter writer = new(File.OpenHandle(pending, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete), target, position: 0);
    private bool committed;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => writer.WriteAsync(bytes, cancel);

    public override Task CommitAsync(CancellationToken cancel) => writer.FlushAsync(then: () =>
    {
        writer.Dispose();
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        File.Move(pending, target, overwrite: true);
        committed = true;
        if (syncFolder)
            VolumeFiles.SyncFolder(folder);
    });

    public override ValueTask DisposeAsync()
    {
        writer.Dispose();
        if (!committed && File.Exists(pending))
            File.Delete(pending);
        return ValueTask.CompletedTask;
    }
}
