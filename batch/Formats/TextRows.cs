using System.Buffers;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Formats;

/// <summary>An address a line.</summary>
internal sealed class TextRows(OutputFormat output) : IRowFormat
{
    public bool EmptyLineIsRow => true;

    public void Add(ReadOnlySpan<byte> row, RowError? problem, long line, RowBatch batch)
    {
        if (output == OutputFormat.Csv)
        {
            batch.Own.WriteCsv(row);
        }
        else
        {
            batch.Own.Write("{\"addr\":"u8);
            batch.Own.WriteJson(row);
        }

        batch.EndRow(row, problem, row, line);
    }
}
