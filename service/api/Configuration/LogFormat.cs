namespace PlanetGraph.Service.Configuration;

/// <summary>The form of a log line.</summary>
public enum LogFormat
{
    /// <summary>One line for a person.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,
}
