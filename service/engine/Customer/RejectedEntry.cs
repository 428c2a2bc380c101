namespace PlanetGraph.Engine;

/// <summary>A row of the customer's dictionary that was left out; the others hold.</summary>
/// <param name="Entry">The row.</param>
/// <param name="Reason">One sentence: what is wrong with it.</param>
public sealed record RejectedEntry(CustomerEntry Entry, string Reason);
