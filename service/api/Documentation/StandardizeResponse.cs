namespace PlanetGraph.Service.Documentation;

/// <summary>Answer of standardize, as the OpenAPI document describes it; the engine writes it without making this object.</summary>
/// <param name="Addrs">One entry for each address, in order.</param>
public sealed record StandardizeResponse(IReadOnlyList<StandardizedAddress> Addrs);
