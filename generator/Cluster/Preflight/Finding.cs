namespace PlanetGraph.Generator.Cluster.Preflight;

/// <summary>What one check found.</summary>
/// <param name="Check">What was looked at, in two or three words.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Detail">What was seen.</param>
/// <param name="Fix">What to do; null when nothing is.</param>
public sealed record Finding(string Check, Outcome Outcome, string Detail, string? Fix = null);
