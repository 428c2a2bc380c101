namespace PlanetGraph.Generator.Output;

/// <summary>A file that differs: the text on disk (null: none) and the generated one (null: none).</summary>
public sealed record Change(string Path, ChangeKind Kind, string? Current, string? Generated);
