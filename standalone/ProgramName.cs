using System.Reflection;
using Cocona.Application;

namespace PlanetGraph.Standalone;

/// <summary>What help says of the program.</summary>
internal sealed class ProgramName : ICoconaApplicationMetadataProvider
{
    public string GetProductName() => "planet-graph";

    public string GetExecutableName() => "planet-graph";

    public string GetVersion() =>
        typeof(ProgramName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public string GetDescription() =>
        "Turns Chinese addresses into province, city, region, town, village, road, number and more, on this machine alone. "
        + "`planet-graph standardize 北京` shows what comes out; `planet-graph COMMAND --help` has options, examples and exit codes.";
}
