namespace PlanetGraph.Batch.Ledger;

/// <summary>The run in the ledger is not the run that was asked for; the message says how they differ. Exit code 2.</summary>
public sealed class RunConflictException(string message) : Exception(message);
