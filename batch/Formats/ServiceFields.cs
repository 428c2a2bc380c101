using System.Collections.Frozen;
using System.Text;

namespace PlanetGraph.Batch.Formats;

/// <summary>The fields of the service's answer in their order, and what we add: names that the input's own columns must leave free.</summary>
internal static class ServiceFields
{
    public static readonly IReadOnlyList<string> Names =
    [
        "segments", "province", "city", "region", "town", "village", "houseNumber", "company", "road", "residential", "office", "mall",
        "businessCircle", "level",
    ];

    public const string Address = "addr";
    public const string Error = "error";

    private static readonly FrozenSet<string> Taken = Names.Append(Error).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The taken names as UTF-8.</summary>
    public static readonly byte[][] Utf8Taken = [.. Taken.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The name under which an own column comes out: <c>province</c> would hide ours and becomes <c>input_province</c>.</summary>
    public static string Free(string column) => Taken.Contains(column) ? $"input_{column}" : column;
}
