using System.Diagnostics.CodeAnalysis;

namespace PlanetGraph.Engine;

/// <summary>The customer's own names, laid over the bin by <see cref="Standardizer.WithDictionary"/>.</summary>
/// <param name="Entries">The rows; of two with the same kind, name and place the later one wins.</param>
[SuppressMessage("Naming", "CA1711", Justification = "A dictionary of names, as its users call it; no IDictionary.")]
public sealed record CustomerDictionary(IReadOnlyList<CustomerEntry> Entries);
