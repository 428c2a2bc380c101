namespace PlanetGraph.Generator.Rendering;

/// <summary>All files of all charts.</summary>
/// <param name="Files">By path relative to the charts' folder.</param>
/// <param name="Sources">Fingerprint of the sources that they were made from.</param>
public sealed record GeneratedCharts(IReadOnlyDictionary<string, GeneratedFile> Files, string Sources);
