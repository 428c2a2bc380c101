namespace PlanetGraph.Generator.Spec;

/// <summary>A volume that the chart makes and binds one to one to a claim.</summary>
/// <param name="At">Where its values are.</param>
/// <param name="Path">Helm expression of the folder on the node.</param>
/// <param name="Suffix">End of the names of volume and claim.</param>
public sealed record VolumeSpec(string At, string Title, string Path, string Suffix, string? When);
