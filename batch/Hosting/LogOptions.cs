namespace PlanetGraph.Batch.Hosting;

/// <summary>How publisher and worker log.</summary>
public sealed class LogOptions
{
    /// <summary><c>text</c>: a line for a person; <c>json</c>: an object a line, for a log collector.</summary>
    /// <remarks>Left out, it is <see cref="Text"/> on a terminal and <see cref="Json"/> in a container or a file, where collectors read.</remarks>
    public string Format { get; set; } = Console.IsOutputRedirected ? Json : Text;

    /// <summary>A line for a person.</summary>
    public const string Text = "text";

    /// <summary>One JSON object a line.</summary>
    public const string Json = "json";
}
