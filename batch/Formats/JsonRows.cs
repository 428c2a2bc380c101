using System.Buffers;
using System.Text;
using System.Text.Json;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Formats;

/// <summary>Rows of jsonl. Other members than <c>addr</c> are copied as the bytes they are.</summary>
internal sealed class JsonRows(FileHead head, OutputFormat output) : IRowFormat
{
    private static readonly RowError NoAddress = new(ErrorReason.NoAddress, "the row has no 'addr'");
    private readonly Utf8Rows values = new(rows: 32, bytesPerRow: 64);
    private readonly Utf8Rows rest = new(rows: 1, bytesPerRow: 256);
    private byte[] address = new byte[1024];
    private int addressLength;

    public bool EmptyLineIsRow => false;

    /// <summary>The names of a row's members, under which they come out as columns; none when it is no object.</summary>
    public static List<string> Members(ReadOnlySpan<byte> row)
    {
        var names = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(row);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return [];
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (ServiceFields.Free(reader.GetString()!) is var name && !names.Contains(name))
                    names.Add(name);
                reader.Skip();
            }

            return names;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    public void Add(ReadOnlySpan<byte> row, RowError? problem, long line, RowBatch batch)
    {
        addressLength = -1;
        RowError? found;
        try
        {
            found = output == OutputFormat.Csv ? ReadColumns(row, batch.Own) : ReadMembers(row, batch.Own);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            batch.Own.DropRow();
            if (output == OutputFormat.Csv)
                WriteColumns(batch.Own, isReadable: false);
            else
                batch.Own.Write("{\"addr\":null"u8);
            found = new RowError(
                ErrorReason.NotJson,
                $"the row is no JSON object: {(failure is JsonException json ? json.Message.Split(" LineNumber", 2)[0] : "it has half a surrogate pair")}");
        }

        batch.EndRow(addressLength < 0 ? default : address.AsSpan(0, addressLength), problem ?? found, row, line);
    }

    private RowError? ReadMembers(ReadOnlySpan<byte> row, Utf8Rows own)
    {
        var reader = Begin(row);
        RowError? problem = NoAddress;
        own.Write("{"u8);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("addr"u8))
            {
                problem = ReadAddress(ref reader);
                continue;
            }

            var nameStart = (int)reader.TokenStartIndex;
            var nameEnd = nameStart + reader.ValueSpan.Length + 2;
            var isTaken = IsTaken(ref reader);
            if (isTaken)
            {
                own.Write("\"input_"u8);
                nameStart++;
            }

            own.Write(row[nameStart..nameEnd]);
            own.Write(":"u8);
            own.Write(Value(row, ref reader));
            own.Write(","u8);
        }

        End(ref reader);
        own.Write("\"addr\":"u8);
        if (addressLength < 0)
            own.Write("null"u8);
        else
            own.WriteJson(address.AsSpan(0, addressLength));
        return problem;
    }

    private RowError? ReadColumns(ReadOnlySpan<byte> row, Utf8Rows own)
    {
        var reader = Begin(row);
        RowError? problem = NoAddress;
        var slots = new int[head.Columns.Count];
        values.Clear();
        rest.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (name == ServiceFields.Address)
            {
                problem = ReadAddress(ref reader);
                continue;
            }

            var slot = head.Columns.IndexOf(ServiceFields.Free(name));
            if (slot < 0)
            {
                rest.Write(rest.GetWritten().IsEmpty ? "{"u8 : ","u8);
                rest.WriteJson(Encoding.UTF8.GetBytes(name));
                rest.Write(":"u8);
                rest.Write(Value(row, ref reader));
                continue;
            }

            var value = Value(row, ref reader);
            if (reader.TokenType == JsonTokenType.String)
                CopyString(ref reader, values);
            else if (reader.TokenType != JsonTokenType.Null)
                values.Write(value);
            values.EndRow();
            slots[slot] = values.Count;
        }

        End(ref reader);
        WriteColumns(own, isReadable: true, slots);
        return problem;
    }

    private void WriteColumns(Utf8Rows own, bool isReadable, int[]? slots = null)
    {
        for (var column = 0; column < head.Columns.Count; column++)
        {
            if (head.Columns[column] == ServiceFields.Address && addressLength >= 0)
                own.WriteCsv(address.AsSpan(0, addressLength));
            else if (slots is not null && slots[column] > 0)
                own.WriteCsv(values[slots[column] - 1]);
            own.Write(","u8);
        }

        if (isReadable && !rest.GetWritten().IsEmpty)
        {
            rest.Write("}"u8);
            own.WriteCsv(rest.GetWritten());
        }
    }

    private static Utf8JsonReader Begin(ReadOnlySpan<byte> row)
    {
        var reader = new Utf8JsonReader(row);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? reader : throw new JsonException("it does not begin with '{'");
    }

    // One more read finds what is not JSON behind the object.
    private static void End(ref Utf8JsonReader reader) => reader.Read();

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> row, ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return row[start..(int)reader.BytesConsumed];
    }

    private static bool IsTaken(ref Utf8JsonReader reader)
    {
        foreach (var name in ServiceFields.Utf8Taken)
        {
            if (reader.ValueTextEquals(name))
                return true;
        }

        return false;
    }

    private RowError? ReadAddress(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            var kind = reader.TokenType;
            reader.Skip();
            addressLength = -1;
            return new RowError(
                ErrorReason.NoAddress,
                $"addr is {(kind == JsonTokenType.Null ? "null" : $"a {kind}")}, not a string".Replace("StartObject", "object", StringComparison.Ordinal).Replace("StartArray", "list", StringComparison.Ordinal));
        }

        if (address.Length < reader.ValueSpan.Length)
            address = new byte[reader.ValueSpan.Length * 2];
        addressLength = reader.CopyString(address);
        return null;
    }

    private static void CopyString(ref Utf8JsonReader reader, Utf8Rows target)
    {
        var room = target.GetSpan(reader.ValueSpan.Length);
        target.Advance(reader.CopyString(room));
    }
}
