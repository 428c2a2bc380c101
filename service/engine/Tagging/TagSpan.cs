namespace PlanetGraph.Engine.Tagging;

/// <summary>A tagged stretch of the text, in characters of the normalized address.</summary>
public readonly record struct TagSpan(short Start, short Length, TagKind Kind)
{
    /// <summary>The first character after the stretch.</summary>
    public int End => Start + Length;
}
