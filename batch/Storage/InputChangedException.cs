namespace PlanetGraph.Batch.Storage;

/// <summary>The input file is gone, or its length or time differ from when it was listed: its rows cannot be trusted.</summary>
public sealed class InputChangedException(string message, Exception? inner = null) : Exception(message, inner);
