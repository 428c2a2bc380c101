namespace PlanetGraph.Service.Query;

/// <summary>Answer of query/towns.</summary>
/// <param name="Towns">Official names, in order of their codes.</param>
public sealed record TownList(IReadOnlyList<string> Towns);
