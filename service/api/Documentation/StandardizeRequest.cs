namespace PlanetGraph.Service.Documentation;

/// <summary>Body of standardize, as the OpenAPI document describes it; the service reads it without making this object.</summary>
/// <param name="Addrs">The addresses, at most 10,000, each of at most 1,000 characters.</param>
public sealed record StandardizeRequest(IReadOnlyList<string> Addrs);
