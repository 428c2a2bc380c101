namespace PlanetGraph.Batch.Formats;

/// <summary>Reads one kind of input row for one kind of output. Owns its scratch: one thread at a time.</summary>
internal interface IRowFormat
{
    /// <summary>An empty line is a row (text), or nothing at all (csv, tsv, jsonl).</summary>
    bool EmptyLineIsRow { get; }

    /// <summary>Adds the row to the batch; what is wrong with it becomes its problem, never an exception.</summary>
    /// <param name="row">The row, valid UTF-8.</param>
    /// <param name="problem">What is wrong with it already; null: nothing.</param>
    /// <param name="line">Its first line.</param>
    /// <param name="batch">Where it goes.</param>
    void Add(ReadOnlySpan<byte> row, RowError? problem, long line, RowBatch batch);
}
