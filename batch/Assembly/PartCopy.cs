using System.Buffers;
using System.IO.Hashing;
using PlanetGraph.Batch.Formats;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Assembly;

/// <summary>Copies the bytes of parts.</summary>
internal static class PartCopy
{
    private const int BlockSize = 1 << 20;

    /// <summary>Copies a part's rows, and adds them to the hash of the whole file.</summary>
    /// <returns>False: it is gone or is not what the ledger says, and what was written and added is to be thrown away.</returns>
    public static async Task<bool> CopyRowsAsync(
        IResultStorage storage, Part part, ResumableXxHash64 whole, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancel)
    {
        if (part.Bytes == 0)
            return true;
        var hash = new XxHash64();
        long length = 0;
        var found = await CopyAsync(
            storage,
            part.Path,
            async block =>
            {
                hash.Append(block.Span);
                whole.Append(block.Span);
                length += block.Length;
                await write(block);
            },
            cancel);
        return found && length == part.Bytes && hash.GetCurrentHashAsUInt64().ToString("x16") == part.Hash;
    }

    /// <summary>Copies a part's errors, their line numbers moved.</summary>
    /// <returns>The bytes written, or -1: it is gone or is not what the ledger says.</returns>
    public static async Task<long> CopyErrorsAsync(IResultStorage storage, Part part, long linesBefore, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancel)
    {
        if (part.ErrorsPath is not { } path)
            return 0;
        var moved = new ArrayBufferWriter<byte>();
        var pending = new ArrayBufferWriter<byte>();
        long read = 0, written = 0;
        var found = await CopyAsync(
            storage,
            path,
            async block =>
            {
                read += block.Length;
                pending.Write(block.Span);
                var used = Move(pending.WrittenSpan, moved, linesBefore);
                var rest = pending.WrittenSpan[used..].ToArray();
                pending.ResetWrittenCount();
                pending.Write(rest);
                written += moved.WrittenCount;
                await write(moved.WrittenMemory);
                moved.ResetWrittenCount();
            },
            cancel);
        return found && read == part.ErrorBytes && pending.WrittenCount == 0 ? written : -1;
    }

    private static int Move(ReadOnlySpan<byte> lines, IBufferWriter<byte> output, long by)
    {
        var used = 0;
        while (lines[used..].IndexOf((byte)'\n') is var end && end >= 0)
        {
            ErrorLines.Move(output, lines.Slice(used, end), by);
            used += end + 1;
        }

        return used;
    }

    private static async Task<bool> CopyAsync(IResultStorage storage, string path, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancel)
    {
        Stream stream;
        try
        {
            stream = await storage.OpenAsync(path, cancel);
        }
        catch (StorageException missing) when (missing.IsMissing)
        {
            return false;
        }

        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            await using (stream)
            {
                while (await stream.ReadAsync(block, cancel) is var read && read > 0)
                    await write(block.AsMemory(0, read));
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
