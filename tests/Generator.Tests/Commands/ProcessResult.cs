namespace PlanetGraph.Generator.Tests.Commands;

/// <summary>How a program ended, and what it said.</summary>
internal sealed record ProcessResult(int Code, string Output, string Error);
