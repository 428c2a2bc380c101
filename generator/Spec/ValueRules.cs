using System.Text.RegularExpressions;

namespace PlanetGraph.Generator.Spec;

/// <summary>Whether a plain YAML value fits a declared one.</summary>
public static partial class ValueRules
{
    /// <summary>Null when it fits, else the end of a sentence about it.</summary>
    public static string? Refuse(ValueSpec spec, object? value) => (spec.Kind, value) switch
    {
        (ValueKind.Port, null) => null,
        (ValueKind.Integer or ValueKind.Port, long number) => Range(spec, number),
        (ValueKind.Boolean, bool) => null,
        (ValueKind.Enum, string text) => spec.Choices.Contains(text, StringComparer.Ordinal)
            ? null
            : $"is `{text}`, which is none of {string.Join(", ", spec.Choices)}",
        (ValueKind.Quantity, string text) => Quantity().IsMatch(text) ? null : $"is `{text}`, which is no quantity such as 500m or 2Gi",
        (ValueKind.String, string text) => spec.Pattern is { } pattern && !Regex.IsMatch(text, pattern)
            ? $"is `{text}`, which does not match {pattern}"
            : spec.Maximum is { } longest && text.Length > longest ? $"is longer than {longest} characters" : null,
        (ValueKind.Strings, IReadOnlyList<object?> items) => items.All(item => item is string) ? null : "is no list of texts",
        (ValueKind.Objects, IReadOnlyList<object?> items) => items.All(item => item is YamlMap) ? null : "is no list of mappings",
        (ValueKind.List, IReadOnlyList<object?>) => null,
        (ValueKind.Map, YamlMap map) => map.All(entry => entry.Value is string) ? null : "has an entry that is no text",
        (ValueKind.Object, YamlMap) => null,
        (ValueKind.Resources, YamlMap map) => map.All(entry => entry.Key is "requests" or "limits") ? null : "has more than requests and limits",
        (ValueKind.Record, YamlMap map) => map.All(entry => spec.Fields.Contains(entry.Key, StringComparer.Ordinal) && entry.Value is long)
            ? null
            : $"has more than the integer fields {string.Join(", ", spec.Fields)}",
        _ => $"is {(value is string or long or bool ? $"`{value}`, which is " : "")}no {spec.Kind.ToString().ToLowerInvariant()}",
    };

    private static string? Range(ValueSpec spec, long number)
        => number < spec.Minimum ? $"is {number}, below {spec.Minimum}"
        : number > spec.Maximum ? $"is {number}, above {spec.Maximum}"
        : null;

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?$")]
    private static partial Regex Quantity();
}
