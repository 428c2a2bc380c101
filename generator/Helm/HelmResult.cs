namespace PlanetGraph.Generator.Helm;

/// <summary>What a run of helm gave.</summary>
public sealed record HelmResult(int ExitCode, string Output, string Error);
