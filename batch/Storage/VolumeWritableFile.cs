using Microsoft.Win32.SafeHandles;

namespace PlanetGraph.Batch.Storage;

internal sealed class VolumeWritableFile : WritableFile
{
    private readonly string path;
    private readonly SafeFileHandle handle;
    private long position;

    public VolumeWritableFile(string path, long position)
    {
        this.path = path;
        this.position = position;
        handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(handle);
        if (length < position)
        {
            handle.Dispose();
            throw new IOException($"it has {length} bytes, the ledger knows of {position}");
        }

        RandomAccess.SetLength(handle, position);
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
            return ValueTask.FromException(VolumeFiles.Explain($"cannot write '{path}'", failure));
        }
    }

    public override Task FlushAsync(CancellationToken cancel)
    {
        try
        {
            RandomAccess.FlushToDisk(handle);
            return Task.CompletedTask;
        }
        catch (Exception failure) when (VolumeFiles.IsFailure(failure))
        {
            return Task.FromException(VolumeFiles.Explain($"cannot write '{path}'", failure));
        }
    }

    public override ValueTask DisposeAsync()
    {
        handle.Dispose();
        return ValueTask.CompletedTask;
    }
}
