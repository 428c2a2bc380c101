using Cocona;
using Cocona.Application;
using PlanetGraph.Generator.Output;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Commands;

internal sealed class GenerateCommand(CandidateValidator validator, ICoconaAppContextAccessor accessor)
{
    [Command("generate", Description = "Write the charts from the specification, when everything about them is right; `make chart` runs it")]
    [Example("eng/generator generate")]
    [Example("eng/generator generate --env prod")]
    [ExitCodes("0 written, or nothing to write, 1 a file or helm failed, 2 the specification is wrong, or files were edited by hand (--force)")]
    public async Task<int> RunAsync(
        SourceOptions options,
        [Option("env", Description = "Check only this environment's values (all are written)")] string? environment = null,
        [Option("force", Description = "Overwrite files edited by hand")] bool force = false)
    {
        var candidate = Candidate.Of(options);
        var edited = candidate.Changes.Where(change => change.Kind == ChangeKind.Edited).ToList();
        if (edited.Count > 0 && !force)
        {
            foreach (var change in edited)
            {
                Console.Error.WriteLine($"{options.Out}/{change.Path}: edited by hand.");
            }

            Console.Error.WriteLine("Nothing was written. Put the edits into generator/spec or generator/templates (`diff` shows them), or overwrite them with --force.");
            return ExitCode.Refused;
        }

        if (candidate.Changes.Count == 0 && environment is null)
        {
            Console.WriteLine($"{options.Out}: {candidate.Charts.Files.Count} files, nothing changed.");
            return ExitCode.Ok;
        }

        var notes = await validator.CheckAsync(candidate.Specification, candidate.Charts, environment, accessor.Current?.CancellationToken ?? default);
        new ChartFolder(options.Out).Replace(candidate.Charts);
        foreach (var note in notes)
        {
            Console.WriteLine(note);
        }

        Console.WriteLine($"{options.Out}: {candidate.Charts.Files.Count} files, {candidate.Changes.Count} changed.");
        return ExitCode.Ok;
    }
}
