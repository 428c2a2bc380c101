namespace PlanetGraph.Generator.Cluster;

/// <summary>The cluster cannot be asked. The message is a sentence for the user, with what to do.</summary>
public sealed class ClusterException(string message, Exception? inner = null) : Exception(message, inner);
