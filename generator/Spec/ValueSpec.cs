using PlanetGraph.Generator.Diagnostics;

namespace PlanetGraph.Generator.Spec;

/// <summary>One value of a chart: everything that values.yaml, schema, README and the checks know about it.</summary>
/// <param name="Key">Dotted path below <c>.Values</c>.</param>
/// <param name="Default">Scalars as string, long or bool; lists and maps as <see cref="IReadOnlyList{T}"/> and <see cref="YamlMap"/>.</param>
public sealed record ValueSpec(string Key, ValueKind Kind, object? Default, string Description, SourceLocation Where)
{
    public string Since { get; init; } = "1.0.0";

    public long? Minimum { get; init; }

    /// <summary>Largest number, or greatest length of a string.</summary>
    public long? Maximum { get; init; }

    public string? Pattern { get; init; }

    /// <summary>A text that <c>--set</c> may turn into a number, so both are taken.</summary>
    public bool Numeric { get; init; }

    /// <summary>True when no template reads the value: a parent chart does.</summary>
    public bool ReadByParent { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    public IReadOnlyList<string> Fields { get; init; } = [];

    public IReadOnlyList<object?> Examples { get; init; } = [];

    /// <summary>Values that differ, by the environment's name.</summary>
    public IReadOnlyDictionary<string, object?> Environments { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}
