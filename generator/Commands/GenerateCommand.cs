using Cocona;
using Cocona.Application;
using PlanetGraph.Generator.Output;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Commands;

internal sealed class GenerateCommand(CandidateValidator validator, ICoconaAppContextAccessor accessor)
{
    [Command("generate", Description = "Write the charts from the specification, when everything about them is right. Example: eng/generator generate --env prod")]
    public async Task<int> RunAsync(
        SourceOptions options,
        [Option("env", Description = "Check only this environment's values (all are written)")] string? environment = null,
        [Option("force", Description = "Overwrite files edited by hand")] bool force = false)
    {
        var specification = SpecReader.Read(options.Spec);
        var charts = new ChartBuilder(options.Templates).Build(specification);
        var folder = new ChartFolder(options.Out);
        var changes = folder.Compare(charts);
        var edited = changes.Where(change => change.Kind == ChangeKind.Edited).ToList();
        if (edited.Count > 0 && !force)
        {
            foreach (var change in edited)
            {
                Console.Error.WriteLine($"{options.Out}/{change.Path}: edited by hand.");
            }

            Console.Error.WriteLine("Nothing was written. Put the edits into generator/spec or generator/templates (`diff` shows them), or overwrite them with --force.");
            return ExitCode.Refused;
        }

        if (changes.All(change => change.Kind == ChangeKind.Foreign) && environment is null)
        {
            Console.WriteLine($"{options.Out}: {charts.Files.Count} files, nothing changed.");
            return ExitCode.Ok;
        }

        var notes = await validator.CheckAsync(specification, charts, environment, accessor.Current?.CancellationToken ?? default);
        folder.Replace(charts);
        foreach (var note in notes)
        {
            Console.WriteLine(note);
        }

        Console.WriteLine($"{options.Out}: {charts.Files.Count} files, {changes.Count(change => change.Kind != ChangeKind.Foreign)} changed.");
        return ExitCode.Ok;
    }
}
