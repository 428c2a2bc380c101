using System.Buffers;
using System.Text;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.AddressService;

/// <summary>
/// The answers to a batch, in its order. An answer is written into <see cref="Writer"/> and closed with <see cref="EndAnswer"/>;
/// the bytes are never parsed into objects on their way to the result.
/// </summary>
public sealed class AnswerBatch
{
    private readonly Utf8Rows rows = new(bytesPerRow: 512);
    private ErrorReason?[] errors = new ErrorReason?[256];

    public int Count => rows.Count;

    /// <summary>Where the next answer's JSON object goes.</summary>
    public IBufferWriter<byte> Writer => rows;

    /// <summary>The JSON object of an answer, or the reason of an error.</summary>
    public ReadOnlySpan<byte> this[int row] => rows[row];

    /// <summary>What an error is counted as; null for an answer.</summary>
    public ErrorReason? Error(int row) => errors[row];

    /// <summary>What was written since the last answer is the next row's answer.</summary>
    public void EndAnswer() => End(error: null);

    /// <summary>The next row has no answer.</summary>
    /// <param name="reason">What it is counted as.</param>
    /// <param name="sentence">What the user reads.</param>
    public void AddError(ErrorReason reason, string sentence)
    {
        rows.DropRow();
        var room = rows.GetSpan(Encoding.UTF8.GetMaxByteCount(sentence.Length));
        rows.Advance(Encoding.UTF8.GetBytes(sentence, room));
        End(reason);
    }

    /// <summary>Takes over an answer or error of another batch.</summary>
    public void AddFrom(AnswerBatch other, int row)
    {
        var source = other[row];
        source.CopyTo(rows.GetSpan(source.Length));
        rows.Advance(source.Length);
        End(other.Error(row));
    }

    public void Clear() => rows.Clear();

    private void End(ErrorReason? error)
    {
        if (rows.Count == errors.Length)
            Array.Resize(ref errors, errors.Length * 2);
        errors[rows.Count] = error;
        rows.EndRow();
    }
}
