using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>A stretch the tagger sees as a division, or the name of one at the start of a place.</summary>
/// <param name="Span">The stretch and its label.</param>
/// <param name="Name">The gazetteer's name it is; -1 when it has none like it.</param>
/// <param name="Core">The gazetteer's name it is without its town or village suffix; -1 when it has none like it.</param>
/// <param name="Full">Levels that <paramref name="Name"/> is a complete name of.</param>
/// <param name="Short">Levels that <paramref name="Name"/> is a core name of.</param>
internal readonly record struct Mention(TagSpan Span, int Name, int Core, LevelSet Full, LevelSet Short)
{
    public bool IsKnown => Name >= 0 || Core >= 0;

    /// <summary>Whether the label is the place in a sentence of that level.</summary>
    public bool Says(DivisionLevel level) => (int)Span.Kind == (int)level;
}
