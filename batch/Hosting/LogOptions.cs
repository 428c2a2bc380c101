namespace PlanetGraph.Batch.Hosting;

/// <summary>How publisher and worker log.</summary>
public sealed class LogOptions
{
    /// <summary><c>text</c>: a line for a person; <c>json</c>: an object a line, for a log collector.</summary>
    public string Format { get; set; } = Text;

    /// <summary>A line for a person.</summary>
    public const string Text = "text";

    /// <summary>One JSON object a line.</summary>
    public const string Json = "json";
}
