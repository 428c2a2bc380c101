namespace PlanetGraph.Testing.Servers;

/// <summary>A server of the tests is not to be had or did not start; the message says what to do.</summary>
public sealed class ServerException(string message, Exception? inner = null) : Exception(message, inner);
