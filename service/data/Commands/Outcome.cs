using Cocona.Command.Binder;
using Cocona.Filters;
using PlanetGraph.Engine;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Commands;

/// <summary>Exit codes of every command: 0 done, 1 it could not be done, with a sentence, 2 bad arguments.</summary>
internal sealed class Outcome : ICommandFilter
{
    private bool _reached;

    /// <summary>The program's exit code when all is over.</summary>
    public int ExitCode(string[] arguments) =>
        _reached ? Environment.ExitCode : arguments is [] || arguments.Any(argument => argument is "-h" or "--help" or "--version") ? 0 : 2;

    public async ValueTask<int> OnCommandExecutionAsync(CoconaCommandExecutingContext ctx, CommandExecutionDelegate next)
    {
        try
        {
            _reached = true;
            return await next(ctx);
        }
        catch (ParameterBinderException)
        {
            // Cocona says in its own words what is missing.
            _reached = false;
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or FormatException or GazetteerException or TaggerException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
