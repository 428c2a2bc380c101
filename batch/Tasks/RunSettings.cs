namespace PlanetGraph.Batch.Tasks;

/// <summary>Everything that changes the bytes of a run's result, and nothing else: parallelism, URLs and leases are not here.</summary>
/// <param name="InputPath">The input as the user named it (<c>inputDataPath</c>, or the full path of <c>--input</c>).</param>
/// <param name="Format">The form of the output.</param>
/// <param name="AddressColumn">The csv/tsv column that holds the address; null: <c>address</c>, <c>addr</c>, <c>地址</c>, else the only column.</param>
public sealed record RunSettings(string InputPath, OutputFormat Format = OutputFormat.Jsonl, string? AddressColumn = null);
