namespace PlanetGraph.Engine;

/// <summary>Why an address was read as it was.</summary>
/// <param name="Address">The text as given.</param>
/// <param name="Normalized">The text the rules saw: half width, simplified, without blanks.</param>
/// <param name="Parts">The answer.</param>
/// <param name="Decisions">One entry for each part, in order of the text; inferred parts (no text) first.</param>
public sealed record Explanation(string Address, string Normalized, AddressParts Parts, IReadOnlyList<Decision> Decisions)
{
    /// <summary>How the tagger cut the text, in order.</summary>
    public IReadOnlyList<TaggedText> Tagged { get; init; } = [];
}
