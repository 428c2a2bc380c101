using System.Buffers;

namespace PlanetGraph.Batch.Formats;

/// <summary>The row's own members, <c>addr</c>, then the bytes of the answer as they came.</summary>
internal sealed class JsonlOutput : IOutputRows
{
    public void WriteHeader(IBufferWriter<byte> output, FileHead head, InputFormat input)
    {
    }

    public void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> own, ReadOnlySpan<byte> answer)
    {
        var fields = answer[1..];
        var room = output.GetSpan(own.Length + fields.Length + 2);
        own.CopyTo(room);
        var length = own.Length;
        if (fields.Length > 1)
            room[length++] = (byte)',';
        fields.CopyTo(room[length..]);
        length += fields.Length;
        room[length++] = (byte)'\n';
        output.Advance(length);
    }

    public void WriteError(IBufferWriter<byte> output, ReadOnlySpan<byte> own, ReadOnlySpan<byte> reason)
    {
        output.Write(own);
        output.Write(",\"error\":"u8);
        output.WriteJson(reason);
        output.Write("}\n"u8);
    }
}
