namespace PlanetGraph.Batch.Ledger;

/// <param name="Name">The worker's name.</param>
/// <param name="Tasks">Tasks it holds.</param>
/// <param name="Seen">When it last claimed or extended one.</param>
public sealed record WorkerRecord(string Name, int Tasks, DateTimeOffset Seen);
