using System.Buffers;

namespace PlanetGraph.Batch.Formats;

/// <summary>Writes output rows in one form.</summary>
internal interface IOutputRows
{
    /// <summary>What the file begins with.</summary>
    void WriteHeader(IBufferWriter<byte> output, FileHead head, InputFormat input);

    /// <param name="output">Where to.</param>
    /// <param name="own">The beginning of the row, as <see cref="IRowFormat"/> wrote it.</param>
    /// <param name="answer">The service's JSON object.</param>
    void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> own, ReadOnlySpan<byte> answer);

    void WriteError(IBufferWriter<byte> output, ReadOnlySpan<byte> own, ReadOnlySpan<byte> reason);
}
