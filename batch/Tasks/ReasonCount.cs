namespace PlanetGraph.Batch.Tasks;

/// <summary>How many rows have an error for one reason.</summary>
public sealed record ReasonCount(ErrorReason Reason, long Rows);
