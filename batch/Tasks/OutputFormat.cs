namespace PlanetGraph.Batch.Tasks;

/// <summary>The form of <c>result/</c>.</summary>
public enum OutputFormat
{
    /// <summary>One JSON object a line: the row's own members, <c>addr</c>, then the service's fields.</summary>
    Jsonl,

    /// <summary>The input's own columns, then the service's fields, then <c>error</c>; UTF-8, RFC 4180 quoting, a header.</summary>
    Csv,
}
