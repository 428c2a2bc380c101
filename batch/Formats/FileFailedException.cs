namespace PlanetGraph.Batch.Formats;

/// <summary>The file cannot be done, today or tomorrow; the message is the reason in the manifest.</summary>
public sealed class FileFailedException(string message, Exception? inner = null) : Exception(message, inner);
