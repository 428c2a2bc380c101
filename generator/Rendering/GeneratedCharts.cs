namespace PlanetGraph.Generator.Rendering;

/// <summary>All files of all charts, by path relative to the charts' folder.</summary>
public sealed record GeneratedCharts(IReadOnlyDictionary<string, GeneratedFile> Files);
