namespace PlanetGraph.Engine;

/// <summary>A reading that lost.</summary>
/// <param name="Value">What it would have been, the whole hierarchy for divisions.</param>
/// <param name="Score">Its score.</param>
/// <param name="LostBy">How much the winner had more.</param>
public sealed record LostCandidate(string Value, double Score, double LostBy);
