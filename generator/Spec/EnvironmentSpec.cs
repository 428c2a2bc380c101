using PlanetGraph.Generator.Diagnostics;

namespace PlanetGraph.Generator.Spec;

/// <summary>An environment; with <paramref name="From"/> it starts from that one's figures.</summary>
public sealed record EnvironmentSpec(string Name, string Description, string? From, SourceLocation Where);
