namespace PlanetGraph.Generator.Validation;

/// <summary>A rendered document is no YAML, or has a key twice.</summary>
public sealed class RenderedManifestException(string source, string reason, Exception inner) : Exception($"{source}: {reason}", inner)
{
    /// <summary>The chart's template that it comes from.</summary>
    public string Template { get; } = source;

    public string Reason { get; } = reason;
}
