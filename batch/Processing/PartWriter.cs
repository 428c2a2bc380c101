using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Hashing;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Processing;

/// <summary>A part file while it is written: buffers, counts and hashes.</summary>
/// <param name="storage">Where the file is written.</param>
/// <param name="path">Its name.</param>
/// <param name="buffers">Where its buffer comes from and goes back to: a run over thousands of small files makes few of them.</param>
internal sealed class PartWriter(IResultStorage storage, string path, ConcurrentBag<ArrayBufferWriter<byte>> buffers) : IAsyncDisposable
{
    private const int FlushAt = 256 << 10;
    private const int LargestKept = 1 << 20;
    private readonly ArrayBufferWriter<byte> buffer = buffers.TryTake(out var used) ? used : new ArrayBufferWriter<byte>(64 << 10);
    private readonly XxHash64 hash = new();
    private PendingFile? file;

    public string Path => path;

    public IBufferWriter<byte> Output => buffer;

    public long Bytes { get; private set; }

    /// <summary>16 lower-case hex digits.</summary>
    public string Hash => hash.GetCurrentHashAsUInt64().ToString("x16");

    public ValueTask FlushIfLargeAsync(CancellationToken cancel) => buffer.WrittenCount >= FlushAt ? FlushAsync(cancel) : ValueTask.CompletedTask;

    public async Task CommitAsync(CancellationToken cancel)
    {
        await FlushAsync(cancel);
        await file!.CommitAsync(cancel);
    }

    public ValueTask DisposeAsync()
    {
        buffer.ResetWrittenCount();
        if (buffer.Capacity <= LargestKept)
            buffers.Add(buffer);
        return file?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private async ValueTask FlushAsync(CancellationToken cancel)
    {
        file ??= await storage.CreateAsync(path, cancel);
        hash.Append(buffer.WrittenSpan);
        Bytes += buffer.WrittenCount;
        await file.WriteAsync(buffer.WrittenMemory, cancel);
        buffer.ResetWrittenCount();
    }
}
