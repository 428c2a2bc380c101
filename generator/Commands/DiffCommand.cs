using Cocona;

namespace PlanetGraph.Generator.Commands;

internal sealed class DiffCommand
{
    [Command("diff", Description = "Show what `generate` would change: exit 0 nothing, 2 something")]
    [Example("eng/generator diff | less")]
    [ExitCodes("0 nothing would change, 2 something would, or the specification is wrong")]
    public static int Run(SourceOptions options) => Candidate.Of(options).PrintDifference(options.Out);
}
