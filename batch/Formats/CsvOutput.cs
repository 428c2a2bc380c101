using System.Buffers;
using System.Text;
using System.Text.Json;
using PlanetGraph.Batch.AddressService;

namespace PlanetGraph.Batch.Formats;

/// <summary>The input's own columns, the service's fields in their order (segments joined by '/'), then <c>error</c>.</summary>
internal sealed class CsvOutput : IOutputRows
{
    private static readonly byte[][] Names = [.. ServiceFields.Names.Select(Encoding.UTF8.GetBytes)];
    private static readonly byte[] NoFields = [.. Enumerable.Repeat((byte)',', Names.Length + 1)];

    private readonly Utf8Rows values = new(rows: 32, bytesPerRow: 64);
    private readonly int[] slots = new int[Names.Length];

    public void WriteHeader(IBufferWriter<byte> output, FileHead head, InputFormat input)
    {
        var own = input == InputFormat.Jsonl ? head.Columns.Append("rest") : head.Columns;
        output.WriteCsv(own.Concat(ServiceFields.Names).Append(ServiceFields.Error));
        output.Write("\n"u8);
    }

    public void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> own, ReadOnlySpan<byte> answer)
    {
        Read(answer);
        output.Write(own);
        for (var field = 0; field < Names.Length; field++)
        {
            output.Write(","u8);
            if (slots[field] > 0)
                output.WriteCsv(values[slots[field] - 1]);
        }

        output.Write(",\n"u8);
    }

    public void WriteError(IBufferWriter<byte> output, ReadOnlySpan<byte> own, ReadOnlySpan<byte> reason)
    {
        output.Write(own);
        output.Write(NoFields);
        output.WriteCsv(reason);
        output.Write("\n"u8);
    }

    private void Read(ReadOnlySpan<byte> answer)
    {
        values.Clear();
        Array.Clear(slots);
        var reader = new Utf8JsonReader(answer);
        reader.Read();
        for (var expected = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; expected++)
        {
            var field = Find(ref reader, expected);
            reader.Read();
            if (field >= 0 && reader.TokenType != JsonTokenType.Null)
            {
                CopyValue(ref reader, answer);
                values.EndRow();
                slots[field] = values.Count;
            }
            else
            {
                reader.Skip();
            }
        }
    }

    // The fields come in their order; a service that has others in between is read all the same.
    private static int Find(ref Utf8JsonReader reader, int expected)
    {
        for (var step = 0; step < Names.Length; step++)
        {
            var field = (expected + step) % Names.Length;
            if (reader.ValueTextEquals(Names[field]))
                return field;
        }

        return -1;
    }

    private void CopyValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> answer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                CopyString(ref reader);
                break;
            case JsonTokenType.StartArray:
                for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
                {
                    if (!first)
                        values.Write("/"u8);
                    if (reader.TokenType == JsonTokenType.String)
                        CopyString(ref reader);
                    else
                        reader.Skip();
                }

                break;
            default:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                values.Write(answer[start..(int)reader.BytesConsumed]);
                break;
        }
    }

    private void CopyString(ref Utf8JsonReader reader) => values.Advance(reader.CopyString(values.GetSpan(reader.ValueSpan.Length)));
}
