namespace PlanetGraph.Publisher.Progress;

/// <summary>A worker that holds a lease.</summary>
/// <param name="Tasks">Tasks it holds now.</param>
/// <param name="SecondsSinceSeen">Since its last heartbeat.</param>
internal sealed record WorkerView(string Name, int Tasks, double SecondsSinceSeen);
