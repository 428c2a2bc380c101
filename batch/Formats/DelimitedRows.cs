using System.Buffers;
using System.Text;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Formats;

/// <summary>Rows of csv and tsv.</summary>
internal sealed class DelimitedRows : IRowFormat
{
    private readonly FileHead head;
    private readonly OutputFormat output;
    private readonly DelimitedFields fields;
    private readonly byte[][] members;

    public DelimitedRows(FileHead head, InputFormat input, OutputFormat output)
    {
        this.head = head;
        this.output = output;
        fields = new DelimitedFields(input == InputFormat.Csv ? (byte)',' : (byte)'\t');
        members = [.. head.Columns.Select(MemberName)];
    }

    public bool EmptyLineIsRow => false;

    public void Add(ReadOnlySpan<byte> row, RowError? problem, long line, RowBatch batch)
    {
        fields.Split(row);
        var hasAddress = fields.Count > head.AddressColumn;
        if (!hasAddress)
            problem ??= new RowError(ErrorReason.NoAddress, $"the row has {fields.Count} columns and the address is column {head.AddressColumn + 1}");
        else if (fields.Count > members.Length)
            problem ??= new RowError(ErrorReason.TooManyColumns, $"the row has {fields.Count} columns and the header {members.Length}: an address with a comma needs quotes");
        if (output == OutputFormat.Csv)
            WriteColumns(batch.Own);
        else
            WriteMembers(batch.Own, hasAddress);
        batch.EndRow(hasAddress ? fields[head.AddressColumn] : default, problem, row, line);
    }

    private void WriteMembers(Utf8Rows own, bool hasAddress)
    {
        own.Write("{"u8);
        for (var column = 0; column < Math.Min(fields.Count, members.Length); column++)
        {
            if (column == head.AddressColumn)
                continue;
            own.Write(members[column]);
            own.WriteJson(fields[column]);
            own.Write(","u8);
        }

        own.Write("\"addr\":"u8);
        if (hasAddress)
            own.WriteJson(fields[head.AddressColumn]);
        else
            own.Write("null"u8);
    }

    private void WriteColumns(Utf8Rows own)
    {
        for (var column = 0; column < members.Length; column++)
        {
            if (column > 0)
                own.Write(","u8);
            if (column < fields.Count)
                own.WriteCsv(fields[column]);
        }
    }

    private static byte[] MemberName(string column)
    {
        var name = new ArrayBufferWriter<byte>();
        name.WriteJson(Encoding.UTF8.GetBytes(column == ServiceFields.Address ? $"input_{column}" : column));
        name.Write(":"u8);
        return name.WrittenSpan.ToArray();
    }
}
