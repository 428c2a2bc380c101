namespace PlanetGraph.Publisher.Progress;

/// <summary>A line of an errors file.</summary>
internal sealed record ErrorRow
{
    /// <summary>The row's line in its file, from 1.</summary>
    public required long Line { get; init; }

    public required string Reason { get; init; }

    /// <summary>The row as the input has it, cut when it is long.</summary>
    public string? Raw { get; init; }
}
