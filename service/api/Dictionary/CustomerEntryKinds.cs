using PlanetGraph.Engine;

namespace PlanetGraph.Service.Dictionary;

/// <summary>The kinds of rows, as the dictionary writes them.</summary>
internal static class CustomerEntryKinds
{
    private static readonly (string Name, CustomerEntryKind Kind)[] All =
    [
        ("alias", CustomerEntryKind.Alias),
        ("division", CustomerEntryKind.Division),
        ("company", CustomerEntryKind.Company),
        ("residential", CustomerEntryKind.Residential),
        ("office", CustomerEntryKind.Office),
        ("mall", CustomerEntryKind.Mall),
        ("business_circle", CustomerEntryKind.BusinessCircle),
    ];

    /// <summary>All names: the column kind of a CSV has one of them, and each is the end of a table's name.</summary>
    public static IEnumerable<(string Name, CustomerEntryKind Kind)> Named => All;

    /// <summary>The name of a kind.</summary>
    public static string NameOf(CustomerEntryKind kind) => All.First(pair => pair.Kind == kind).Name;

    /// <summary>The kind of a name; null when there is none. businessCircle and BUSINESS_CIRCLE are one.</summary>
    public static CustomerEntryKind? Of(string name)
    {
        var bare = Bare(name);
        return All.Where(pair => Bare(pair.Name) == bare).Select(pair => (CustomerEntryKind?)pair.Kind).FirstOrDefault();
    }

    private static string Bare(string name) => name.Replace("_", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
}
