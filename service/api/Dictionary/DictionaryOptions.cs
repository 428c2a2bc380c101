using System.ComponentModel.DataAnnotations;
using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Dictionary;

/// <summary>The customer's own dictionary as CSV, and how often every dictionary is read anew.</summary>
public sealed class DictionaryOptions
{
    internal const string PathKey = "planet-graph.dictionary.path";

    /// <summary>A CSV file or a folder of them; null: no dictionary from files.</summary>
    [Setting(PathKey, "CSV file with the customer's dictionary, or a folder of such files; a relative path starts from the folder of application.properties.",
        Default = "no dictionary")]
    public string? Path { get; init; }

    /// <summary>Time between two readings of the dictionary; zero: only at start and on SIGHUP.</summary>
    [Setting("planet-graph.dictionary.interval", "How often files and database are read anew; 0s reads them only at start and on SIGHUP.")]
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "give 0s to 24h")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(60);
}
