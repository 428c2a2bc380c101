using Microsoft.Win32.SafeHandles;

namespace PlanetGraph.Batch.Storage;

internal sealed class VolumePendingFile : PendingFile
{
    private readonly string pending;
    private readonly string target;
    private readonly bool syncFolder;
    private readonly SafeFileHandle handle;
    private long position;
    private bool committed;

    public VolumePendingFile(string pending, string target, bool syncFolder)
    {
        this.pending = pending;
        this.target = target;
        this.syncFolder = syncFolder;
        handle = File.OpenHandle(pending, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            RandomAccess.Write(handle, bytes.Span, position);
            position += bytes.Length;
            return ValueTask.CompletedTask;
        }
        catch (Exception failure) when (VolumeFiles.IsFailure(failure))
        {
            return ValueTask.FromException(VolumeFiles.Explain($"cannot write '{target}'", failure));
        }
    }

    public override Task CommitAsync(CancellationToken cancel)
    {
        try
        {
            RandomAccess.FlushToDisk(handle);
            handle.Dispose();
            var folder = Path.GetDirectoryName(target)!;
            Directory.CreateDirectory(folder);
            File.Move(pending, target, overwrite: true);
            committed = true;
            if (syncFolder)
                VolumeFiles.SyncFolder(folder);
            return Task.CompletedTask;
        }
        catch (Exception failure) when (VolumeFiles.IsFailure(failure))
        {
            return Task.FromException(VolumeFiles.Explain($"cannot write '{target}'", failure));
        }
    }

    public override ValueTask DisposeAsync()
    {
        handle.Dispose();
        if (!committed && File.Exists(pending))
            File.Delete(pending);
        return ValueTask.CompletedTask;
    }
}
