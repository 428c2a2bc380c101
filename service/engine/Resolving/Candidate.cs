namespace PlanetGraph.Engine.Resolving;

/// <summary>A unit that the text may mean, with the score of its whole hierarchy.</summary>
internal readonly record struct Candidate(int Unit, int Score);
