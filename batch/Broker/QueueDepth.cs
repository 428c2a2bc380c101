namespace PlanetGraph.Batch.Broker;

/// <param name="Ready">Messages no worker has.</param>
/// <param name="Unsettled">Messages a worker holds; null where the broker does not tell (AMQP does not).</param>
/// <param name="Consumers">Workers that consume.</param>
public sealed record QueueDepth(long Ready, long? Unsettled, int Consumers);
