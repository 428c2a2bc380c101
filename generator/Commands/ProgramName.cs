using Cocona.Application;

namespace PlanetGraph.Generator.Commands;

/// <summary>What help calls the program: the script that runs it.</summary>
internal sealed class ProgramName : ICoconaApplicationMetadataProvider
{
    public string GetProductName() => "PlanetGraph generator";

    public string GetExecutableName() => "eng/generator";

    public string GetVersion() => typeof(ProgramName).Assembly.GetName().Version!.ToString(3);

    public string GetDescription() => "Makes the Helm charts from one specification, and looks after what they install. `eng/generator COMMAND --help` has options and examples.";
}
