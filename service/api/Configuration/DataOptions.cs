namespace PlanetGraph.Service.Configuration;

/// <summary>Which files the service works on.</summary>
public sealed class DataOptions
{
    internal const string PathKey = "planet-graph.data.path";
    internal const string LicensePathKey = "planet-graph.license.path";

    /// <summary>The data file; null: data_stable.bin next to application.properties, else the one that came with the program.</summary>
    [Setting(PathKey, "The data file, data_stable.bin; a relative path starts from the folder of application.properties.",
        Default = "`data_stable.bin` next to `application.properties`, else the one that came with the program")]
    public string? Path { get; init; }

    /// <summary>The licence file of the closed original; null: planetgraph.lic next to the data file.</summary>
    [Setting(LicensePathKey, "Licence file of the closed original. The open service runs with and without one and logs which.",
        Default = "`planetgraph.lic` next to the data file")]
    public string? LicensePath { get; init; }
}
