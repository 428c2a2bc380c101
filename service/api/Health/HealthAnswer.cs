namespace PlanetGraph.Service.Health;

/// <summary>What a probe is told.</summary>
/// <param name="Status">live, ready or stopping.</param>
/// <param name="Data">Checksum of the data in use.</param>
public sealed record HealthAnswer(string Status, string? Data = null);
