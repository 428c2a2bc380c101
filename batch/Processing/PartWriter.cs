using System.Buffers;
using System.IO.Hashing;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Processing;

/// <summary>A part file while it is written: buffers, counts and hashes.</summary>
internal sealed class PartWriter(IResultStorage storage, string path) : IAsyncDisposable
{
    private const int FlushAt = 256 << 10;
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
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

    public ValueTask DisposeAsync() => file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask FlushAsync(CancellationToken cancel)
    {
        file ??= await storage.CreateAsync(path, cancel);
        hash.Append(buffer.WrittenSpan);
        Bytes += buffer.WrittenCount;
        await file.WriteAsync(buffer.WrittenMemory, cancel);
        buffer.ResetWrittenCount();
    }
}
