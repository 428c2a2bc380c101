using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>A stretch the tagger sees as a division.</summary>
/// <param name="Span">The stretch and its label.</param>
/// <param name="Name">The gazetteer's name it is; -1 when it has none like it.</param>
/// <param name="Extended">The name is the stretch without its town suffix.</param>
internal readonly record struct Mention(TagSpan Span, int Name, bool Extended)
{
    /// <summary>Whether the label is the place in a sentence of that level.</summary>
    public bool Says(DivisionLevel level) => (int)Span.Kind == (int)level;
}
