namespace PlanetGraph.Generator.Diagnostics;

/// <summary>A place in a file; line and column count from 1, 0 means the whole file.</summary>
public sealed record SourceLocation(string File, long Line = 0, long Column = 0)
{
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
