using Cocona;
using PlanetGraph.Generator.Output;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Commands;

internal sealed class DiffCommand
{
    [Command("diff", Description = "Show what `generate` would change: exit 0 nothing, 2 something. Example: eng/generator diff | less")]
    public static int Run(SourceOptions options)
    {
        var charts = new ChartBuilder(options.Templates).Build(SpecReader.Read(options.Spec));
        var changes = new ChartFolder(options.Out).Compare(charts).Where(change => change.Kind != ChangeKind.Foreign).ToList();
        foreach (var change in changes)
        {
            Console.Write(UnifiedDiff.Of($"{options.Out}/{change.Path}", change.Current, change.Generated));
        }

        return changes.Count == 0 ? ExitCode.Ok : ExitCode.Refused;
    }
}
