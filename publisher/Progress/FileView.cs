namespace PlanetGraph.Publisher.Progress;

/// <summary>A file of the run as the page's table shows it.</summary>
/// <param name="State">pending, running, done, failed or skipped.</param>
/// <param name="Rows">Null until it is done.</param>
/// <param name="Errors">Null until it is done.</param>
/// <param name="Reason">Why it failed or was skipped; else null.</param>
internal sealed record FileView(string Path, string State, long Bytes, long Chunks, long ChunksDone, long? Rows, long? Errors, string? Reason);
