using Cocona;

namespace PlanetGraph.Generator.Commands;

/// <summary>Where the specification and the charts are.</summary>
/// <param name="Source">Folder with spec/ and templates/.</param>
/// <param name="Out">Folder of the charts.</param>
internal sealed record SourceOptions(
    [Option("source", Description = "Folder with spec/ and templates/")] string Source = "generator",
    [Option("out", Description = "Folder of the charts")] string Out = "charts")
    : ICommandParameterSet
{
    public string Spec => Path.Combine(Source, "spec");
}
