using Cocona;
using PlanetGraph.Generator.Output;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Commands;

internal sealed class CheckCommand
{
    [Command("check", Description = "For CI: exit 2 and show the difference when the charts are stale or edited by hand. Example: eng/generator check")]
    public static int Run(SourceOptions options)
    {
        var charts = new ChartBuilder(options.Templates).Build(SpecReader.Read(options.Spec));
        var changes = new ChartFolder(options.Out).Compare(charts).Where(change => change.Kind != ChangeKind.Foreign).ToList();
        foreach (var change in changes)
        {
            Console.Write(UnifiedDiff.Of($"{options.Out}/{change.Path}", change.Current, change.Generated));
        }

        foreach (var change in changes)
        {
            Console.Error.WriteLine($"{options.Out}/{change.Path}: {Say(change.Kind)}");
        }

        Console.Error.WriteLine(changes.Count == 0
            ? $"{options.Out}: {charts.Files.Count} files, all as generated."
            : "Run `make chart` and commit the result; edits by hand belong into generator/spec or generator/templates.");
        return changes.Count == 0 ? ExitCode.Ok : ExitCode.Refused;
    }

    private static string Say(ChangeKind kind) => kind switch
    {
        ChangeKind.Missing => "missing",
        ChangeKind.Stale => "stale: the specification says something else",
        ChangeKind.Edited => "edited by hand",
        _ => "no longer generated",
    };
}
