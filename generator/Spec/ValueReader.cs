using System.Globalization;

namespace PlanetGraph.Generator.Spec;

/// <summary>Reads one value of the specification.</summary>
internal static class ValueReader
{
    private static readonly string[] Known =
    [
        "key", "type", "default", "description", "enum", "minimum", "maximum", "pattern", "fields", "since", "environments", "examples",
        "numeric", "readBy",
    ];

    public static ValueSpec Read(
        SpecNode node,
        string prefix,
        string title,
        TraitUse? use = null)
    {
        node.Entries(Known);
        var key = node.Need("key").Text();
        var type = node.Need("type");
        if (!Enum.TryParse<ValueKind>(type.Text(), ignoreCase: true, out var kind))
        {
            throw type.Wrong(
                $"`{type.Text()}` is no type.",
                $"Use one of: {string.Join(", ", Enum.GetNames<ValueKind>().Select(name => name.ToLower(CultureInfo.InvariantCulture)))}.");
        }

        var given = use?.Defaults.GetValueOrDefault(key) ?? node.Find("default") ?? throw (use is null
            ? node.Wrong($"`{prefix}{key}` has no default.", "Add `default: …`.")
            : use.Owner.Wrong($"`{prefix}{key}` has no default.", $"Add `{key}: …` to `defaults` here."));
        var overrides = (node.Find("environments")?.Entries() ?? [])
            .ToDictionary(entry => entry.Key, entry => entry.Value.Plain(), StringComparer.Ordinal);
        foreach (var (environment, entries) in use?.Environments ?? [])
        {
            if (entries.TryGetValue(key, out var value))
            {
                overrides[environment] = value.Plain();
            }
        }

        return new(prefix + key, kind, given.Plain(), node.Need("description").Text().Replace("{title}", title, StringComparison.Ordinal), node.Where)
        {
            Since = node.Find("since")?.Text() ?? "1.0.0",
            Minimum = node.Find("minimum")?.Integer(),
            Maximum = node.Find("maximum")?.Integer(),
            Pattern = node.Find("pattern")?.Text(),
            Numeric = node.Find("numeric")?.Flag() ?? false,
            ReadByParent = node.Find("readBy")?.Text() == "parent",
            Choices = node.Find("enum")?.Texts() ?? [],
            Fields = node.Find("fields")?.Texts() ?? [],
            Examples = [.. (node.Find("examples")?.Items() ?? []).Select(example => example.Plain())],
            Environments = overrides,
        };
    }
}
