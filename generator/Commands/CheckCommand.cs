using Cocona;
using PlanetGraph.Generator.Output;

namespace PlanetGraph.Generator.Commands;

internal sealed class CheckCommand
{
    [Command("check", Description = "For CI: exit 2 and show the difference when the charts are stale or edited by hand")]
    [Example("eng/generator check")]
    [ExitCodes("0 the charts are what the specification says, 2 they are stale or edited by hand, or the specification is wrong")]
    public static int Run(SourceOptions options)
    {
        var candidate = Candidate.Of(options);
        var code = candidate.PrintDifference(options.Out);
        foreach (var change in candidate.Changes)
        {
            Console.Error.WriteLine($"{options.Out}/{change.Path}: {Say(change.Kind)}");
        }

        Console.Error.WriteLine(code == ExitCode.Ok
            ? $"{options.Out}: {candidate.Charts.Files.Count} files, all as generated."
            : "Run `make chart` and commit the result; edits by hand belong into generator/spec or generator/templates.");
        return code;
    }

    private static string Say(ChangeKind kind) => kind switch
    {
        ChangeKind.Missing => "missing",
        ChangeKind.Stale => "stale: the sources say something else",
        ChangeKind.Edited => "edited by hand",
        _ => "no longer generated",
    };
}
