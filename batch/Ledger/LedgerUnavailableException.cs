namespace PlanetGraph.Batch.Ledger;

/// <summary>The database stayed away past its patience; exit code 3.</summary>
public sealed class LedgerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
