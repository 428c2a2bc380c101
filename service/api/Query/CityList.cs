namespace PlanetGraph.Service.Query;

/// <summary>Answer of query/cities.</summary>
/// <param name="Cities">Official names, in order of their codes.</param>
public sealed record CityList(IReadOnlyList<string> Cities);
