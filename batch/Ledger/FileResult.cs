namespace PlanetGraph.Batch.Ledger;

/// <summary>What a file came to.</summary>
/// <param name="File">The file's number.</param>
/// <param name="Rows">Output rows, errors among them; the same as input rows.</param>
/// <param name="Errors">Rows with an error.</param>
/// <param name="Bytes">Bytes of the result file.</param>
/// <param name="Hash">xxHash64 of the result file, 16 lower-case hex digits, as <c>xxhsum</c> prints it.</param>
/// <param name="Seconds">Work spent on its chunks, all workers together.</param>
public sealed record FileResult(long File, long Rows, long Errors, long Bytes, string Hash, double Seconds);
