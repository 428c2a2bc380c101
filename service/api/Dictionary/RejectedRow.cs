namespace PlanetGraph.Service.Dictionary;

/// <summary>A row of a dictionary that was left out; the others hold.</summary>
/// <param name="Source">Where it is: file:line, or table and id.</param>
/// <param name="Reason">One sentence: what is wrong with it.</param>
public sealed record RejectedRow(string Source, string Reason);
