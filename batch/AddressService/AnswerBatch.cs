using System.Buffers;
using System.Text;

namespace PlanetGraph.Batch.AddressService;

/// <summary>
/// The answers to a batch, in its order. An answer is written into <see cref="Writer"/> and closed with <see cref="EndAnswer"/>;
/// the bytes are never parsed into objects on their way to the result.
/// </summary>
public sealed class AnswerBatch
{
    private readonly Utf8Rows rows = new(bytesPerRow: 512);
    private bool[] failed = new bool[256];

    public int Count => rows.Count;

    /// <summary>Where the next answer's JSON object goes.</summary>
    public IBufferWriter<byte> Writer => rows;

    /// <summary>The JSON object of an answer, or the reason of an error.</summary>
    public ReadOnlySpan<byte> this[int row] => rows[row];

    public bool IsError(int row) => failed[row];

    /// <summary>What was written since the last answer is the next row's answer.</summary>
    public void EndAnswer() => End(isError: false);

    /// <summary>The next row has no answer; <paramref name="reason"/> is a sentence for the user.</summary>
    public void AddError(string reason)
    {
        rows.DropRow();
        var room = rows.GetSpan(Encoding.UTF8.GetMaxByteCount(reason.Length));
        rows.Advance(Encoding.UTF8.GetBytes(reason, room));
        End(isError: true);
    }

    /// <summary>Takes over an answer or error of another batch.</summary>
    public void AddFrom(AnswerBatch other, int row)
    {
        var source = other[row];
        source.CopyTo(rows.GetSpan(source.Length));
        rows.Advance(source.Length);
        End(other.IsError(row));
    }

    public void Clear() => rows.Clear();

    private void End(bool isError)
    {
        if (rows.Count == failed.Length)
            Array.Resize(ref failed, failed.Length * 2);
        failed[rows.Count] = isError;
        rows.EndRow();
    }
}
