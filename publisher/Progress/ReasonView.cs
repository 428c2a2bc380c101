namespace PlanetGraph.Publisher.Progress;

/// <summary>How many rows, or files, failed for one reason.</summary>
internal sealed record ReasonView(string Reason, long Count);
