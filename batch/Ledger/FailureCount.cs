namespace PlanetGraph.Batch.Ledger;

/// <summary>How many files failed for one reason.</summary>
public sealed record FailureCount(string Reason, long Files);
