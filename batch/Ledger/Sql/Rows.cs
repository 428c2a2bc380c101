namespace PlanetGraph.Batch.Ledger.Sql;

// The shapes Dapper reads. Every number is a long: databases differ in the integers they give back.
#pragma warning disable CA1812 // Dapper creates them

internal sealed class RunRow
{
    public string Settings { get; set; } = "";
    public long State { get; set; }
    public string? Reason { get; set; }
    public long Started { get; set; }
    public long? Ended { get; set; }
    public long Attempt { get; set; }
}

internal sealed class TaskRow
{
    public long State { get; set; }
    public long Fence { get; set; }
    public long Attempts { get; set; }
    public string Token { get; set; } = "";
    public long LeaseUntil { get; set; }
    public long RunState { get; set; }
}

internal sealed class ChunkRow
{
    public long Task { get; set; }
    public string Path { get; set; } = "";
    public long Size { get; set; }
    public long Modified { get; set; }
    public long Idx { get; set; }
    public long ByteFrom { get; set; }
    public long ByteCount { get; set; }
    public long File { get; set; }
    public string PartPath { get; set; } = "";
    public string? ErrorsPath { get; set; }
    public long FromByte { get; set; }
    public long ToByte { get; set; }
    public long RowCount { get; set; }
    public long ErrorCount { get; set; }
    public long LineCount { get; set; }
    public long OutBytes { get; set; }
    public long ErrorBytes { get; set; }
    public string Hash { get; set; } = "";
    public double Seconds { get; set; }
}

internal sealed class FileRow
{
    public long File { get; set; }
    public string Path { get; set; } = "";
    public long Size { get; set; }
    public long Modified { get; set; }
    public long State { get; set; }
    public string? Reason { get; set; }
    public long ChunkCount { get; set; }
    public long NextChunk { get; set; }
    public long InPosition { get; set; }
    public long RowCount { get; set; }
    public long ErrorCount { get; set; }
    public long LineCount { get; set; }
    public long OutBytes { get; set; }
    public long ErrorBytes { get; set; }
    public double Seconds { get; set; }
    public string Hash { get; set; } = "";
    public long Fence { get; set; }
    public string Token { get; set; } = "";
    public long PartsDone { get; set; }
}

internal sealed class SumRow
{
    public long State { get; set; }
    public long Published { get; set; }
    public long Count { get; set; }
    public long Bytes { get; set; }
    public long Rows { get; set; }
    public long Errors { get; set; }
    public long Retries { get; set; }
}
#pragma warning restore CA1812
