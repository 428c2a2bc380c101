namespace PlanetGraph.Publisher.Progress;

/// <summary>One row, or one whole file (no line), that failed.</summary>
internal sealed record ErrorView(string File, long? Line, string Reason, string? Raw);
