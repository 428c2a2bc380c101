namespace PlanetGraph.Generator.Diagnostics;

/// <summary>What is wrong, where, and what to do about it.</summary>
public sealed record Problem(SourceLocation Where, string What, string Fix)
{
    public override string ToString() => $"{Where}: {What}\n    fix: {Fix}";
}
