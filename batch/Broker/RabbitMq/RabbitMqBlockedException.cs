namespace PlanetGraph.Batch.Broker.RabbitMq;

/// <summary>The broker holds up everyone who publishes; the message is its own reason, "low on disk" say.</summary>
internal sealed class RabbitMqBlockedException(string reason, Exception inner) : Exception(reason, inner);
