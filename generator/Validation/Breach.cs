namespace PlanetGraph.Generator.Validation;

/// <summary>A rule that a rendered object does not keep.</summary>
/// <param name="Reason">The end of a sentence that begins with the object.</param>
/// <param name="Word">A name in the object that its template has as well; null when no single one is to blame.</param>
public sealed record Breach(RenderedObject Item, string Reason, string? Word = null);
