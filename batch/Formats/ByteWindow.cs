using System.Buffers;

namespace PlanetGraph.Batch.Formats;

/// <summary>A window that slides over a stream: bytes are scanned in place, and only what a row needs stays in memory.</summary>
internal sealed class ByteWindow(Stream stream, long position, int fillSize = ByteWindow.DefaultFill) : IAsyncDisposable
{
    public const int DefaultFill = 256 << 10;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(fillSize * 2);
    private int start;
    private int end;

    /// <summary>The offset in the (decompressed) file of the first byte of the window.</summary>
    public long Position { get; private set; } = position;

    /// <summary>The stream has ended: the window holds all that is left.</summary>
    public bool IsAtEnd { get; private set; }

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, end - start);

    /// <summary>Reads more behind what is there.</summary>
    public async ValueTask FillAsync(CancellationToken cancel)
    {
        if (start > 0 && buffer.Length - end < fillSize)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (buffer.Length - end < fillSize)
            Grow();
        var read = await stream.ReadAsync(buffer.AsMemory(end, buffer.Length - end), cancel);
        IsAtEnd = read == 0;
        end += read;
    }

    public void Advance(int count)
    {
        start += count;
        Position += count;
    }

    public async ValueTask DisposeAsync()
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        start = end = 0;
        await stream.DisposeAsync();
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
        (start, end) = (0, end - start);
    }
}
