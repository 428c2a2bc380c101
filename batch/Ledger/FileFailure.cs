namespace PlanetGraph.Batch.Ledger;

/// <param name="File">The file's number.</param>
/// <param name="Reason">A sentence for the manifest.</param>
public sealed record FileFailure(long File, string Reason);
