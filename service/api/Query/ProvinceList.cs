namespace PlanetGraph.Service.Query;

/// <summary>Answer of query/provinces.</summary>
/// <param name="Provinces">Official names, in order of their codes.</param>
public sealed record ProvinceList(IReadOnlyList<string> Provinces);
