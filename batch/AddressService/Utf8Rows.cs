using System.Buffers;

namespace PlanetGraph.Batch.AddressService;

/// <summary>A list of UTF-8 texts in one buffer that is used again and again: nothing is allocated per row.</summary>
public sealed class Utf8Rows : IBufferWriter<byte>
{
    private byte[] bytes;
    private int[] ends;
    private int written;

    public Utf8Rows(int rows = 256, int bytesPerRow = 256)
    {
        bytes = new byte[rows * bytesPerRow];
        ends = new int[rows];
    }

    public int Count { get; private set; }

    /// <summary>Bytes of all rows together.</summary>
    public int ByteCount => Count == 0 ? 0 : ends[Count - 1];

    public ReadOnlySpan<byte> this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
            var start = row == 0 ? 0 : ends[row - 1];
            return bytes.AsSpan(start, ends[row] - start);
        }
    }

    /// <summary>What was written since the last row and is no row yet.</summary>
    public ReadOnlySpan<byte> GetWritten() => bytes.AsSpan(ByteCount, written - ByteCount);

    /// <summary>Adds one row.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        row.CopyTo(GetSpan(row.Length));
        Advance(row.Length);
        EndRow();
    }

    /// <summary>What was written since the last row becomes a row.</summary>
    public void EndRow()
    {
        if (Count == ends.Length)
            Array.Resize(ref ends, Count * 2);
        ends[Count++] = written;
    }

    /// <summary>What was written since the last row is dropped.</summary>
    public void DropRow() => written = ByteCount;

    /// <summary>Empties the list; the buffers stay, unless a rare huge row made them huge.</summary>
    public void Clear()
    {
        const int keep = 1 << 20;
        if (bytes.Length > keep)
            bytes = new byte[keep];
        Count = written = 0;
    }

    public void Advance(int count) => written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsSpan(written);
    }

    private void Reserve(int sizeHint)
    {
        var wanted = written + Math.Max(sizeHint, 1);
        if (wanted > bytes.Length)
            Array.Resize(ref bytes, Math.Max(wanted, bytes.Length * 2));
    }
}
