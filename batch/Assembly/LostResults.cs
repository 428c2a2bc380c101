namespace PlanetGraph.Batch.Assembly;

/// <summary>What of an ended run's results is no longer there as the ledger knows it.</summary>
/// <param name="Files">Numbers of the files whose result or errors file is gone or has another length.</param>
/// <param name="First">The first of those files' names in the result folder; null when there is none.</param>
/// <param name="Manifest">The manifest is gone, or <c>_SUCCESS</c> of a complete run.</param>
public sealed record LostResults(IReadOnlyCollection<long> Files, string? First, bool Manifest);
