namespace PlanetGraph.Batch.Broker;

/// <summary>The broker stayed away past its patience; exit code 3.</summary>
public sealed class BrokerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
