namespace PlanetGraph.Service.Query;

/// <summary>Answer of query/regions.</summary>
/// <param name="Regions">Official names, in order of their codes.</param>
public sealed record RegionList(IReadOnlyList<string> Regions);
