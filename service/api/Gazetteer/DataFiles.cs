using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Gazetteer;

/// <summary>Where the data file and the licence lie, as configured or found.</summary>
/// <param name="DataPath">Absolute path of the data file.</param>
/// <param name="LicensePath">Absolute path of the licence file, which may be missing.</param>
public sealed record DataFiles(string DataPath, string LicensePath)
{
    private const string DataName = "data_stable.bin";
    private const string LicenseName = "planetgraph.lic";

    /// <summary>Decides which files to use.</summary>
    public static DataFiles Of(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = settings.Get<DataOptions>();
        var data = options.Path is { } given ? settings.PathOf(DataOptions.PathKey, given) : Found(settings.File);
        var license = options.LicensePath is { } named
            ? settings.PathOf(DataOptions.LicensePathKey, named)
            : Path.Combine(Path.GetDirectoryName(data)!, LicenseName);
        return new DataFiles(data, license);
    }

    private static string Found(string? settingsFile)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, DataName);
        if (settingsFile is null)
        {
            return shipped;
        }

        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(settingsFile))!, DataName);
        return File.Exists(beside) ? beside : shipped;
    }
}
