namespace PlanetGraph.Generator.Bundle;

/// <summary>An image that a site needs.</summary>
/// <param name="Reference">As the pods name it, without a registry of the site.</param>
/// <param name="Environments">The environments whose objects ask for it.</param>
/// <param name="Digest">Digest of the archive that holds it; null when none does.</param>
/// <param name="Archive">Name of that archive's file; null when none does.</param>
internal sealed record BundleImage(string Reference, IReadOnlyList<string> Environments, string? Digest, string? Archive);
