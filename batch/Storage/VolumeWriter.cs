using Microsoft.Win32.SafeHandles;

namespace PlanetGraph.Batch.Storage;

/// <summary>Writes an open file on from a place, and says failures in words.</summary>
/// <param name="handle">The file; closed with this.</param>
/// <param name="path">What the user knows it by.</param>
/// <param name="position">Where the next byte goes.</param>
internal sealed class VolumeWriter(SafeFileHandle handle, string path, long position) : IDisposable
{
    private long position = position;

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
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
            return ValueTask.FromException(Explain(failure));
        }
    }

    /// <summary>Makes durable what was written, then does <paramref name="then"/>.</summary>
    public Task FlushAsync(Action? then = null)
    {
        try
        {
            RandomAccess.FlushToDisk(handle);
            then?.Invoke();
            return Task.CompletedTask;
        }
        catch (Exception failure) when (VolumeFiles.IsFailure(failure))
        {
            return Task.FromException(Explain(failure));
        }
    }

    public void Dispose() => handle.Dispose();

    private StorageException Explain(Exception failure) => VolumeFiles.Explain($"cannot write '{path}'", failure);
}
