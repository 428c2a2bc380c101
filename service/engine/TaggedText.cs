namespace PlanetGraph.Engine;

/// <summary>A stretch of the text with the tagger's label.</summary>
/// <param name="Text">The stretch, normalized.</param>
/// <param name="Start">Index of its first UTF-16 unit in the text as given.</param>
/// <param name="Length">UTF-16 units it covers there.</param>
/// <param name="Kind">The label: province, city, region, town, village, road, number, poi, zone, unit, other.</param>
public sealed record TaggedText(string Text, int Start, int Length, string Kind);
