namespace PlanetGraph.Service.Configuration;

/// <summary>What the service logs, and how.</summary>
public sealed class LogOptions
{
    /// <summary>The least severe level that is logged.</summary>
    [Setting("logging.level.root", "Least severe level that is logged: trace, debug, information, warning, error, critical or none.")]
    public LogLevel Level { get; init; } = LogLevel.Information;

    /// <summary>The form of a log line.</summary>
    [Setting("planet-graph.log.format", "Form of a log line: text, or json for a log collector.")]
    public LogFormat Format { get; init; } = LogFormat.Text;
}
