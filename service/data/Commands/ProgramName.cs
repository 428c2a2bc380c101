using Cocona.Application;

namespace PlanetGraph.Data.Commands;

/// <summary>What help calls the program: the line that runs it from the root of the repository.</summary>
internal sealed class ProgramName : ICoconaApplicationMetadataProvider
{
    public string GetProductName() => "PlanetGraph data";

    public string GetExecutableName() => "dotnet run --project service/data -c Release --";

    public string GetVersion() => typeof(ProgramName).Assembly.GetName().Version!.ToString(3);

    public string GetDescription() =>
        "Compiles the data file, trains the tagger and makes samples; run it from the root of the repository. `make data`, `make train` and "
        + "`make sample ROWS=200000` are its usual ways. Exit codes: 0 done, 1 it could not be done, 2 bad arguments.";
}
