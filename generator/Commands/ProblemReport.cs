using Cocona.Application;
using Cocona.Command.Binder;
using Cocona.Filters;
using PlanetGraph.Generator.Cluster;
using PlanetGraph.Generator.Diagnostics;

namespace PlanetGraph.Generator.Commands;

/// <summary>Turns what a command throws into lines on stderr and an exit code.</summary>
internal sealed class ProblemReport(ICoconaAppContextAccessor accessor) : ICommandFilter
{
    /// <summary>Whether a command was called: the arguments named one, with what it needs.</summary>
    public bool Reached { get; private set; }

    public async ValueTask<int> OnCommandExecutionAsync(CoconaCommandExecutingContext ctx, CommandExecutionDelegate next)
    {
        Reached = true;
        try
        {
            return await next(ctx);
        }
        catch (ParameterBinderException)
        {
            // Cocona says in its own words what is missing.
            Reached = false;
            throw;
        }
        catch (OperationCanceledException) when (accessor.Current?.CancellationToken.IsCancellationRequested == true)
        {
            return ExitCode.Interrupted;
        }
        catch (ProblemsException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            await Console.Error.WriteLineAsync($"{e.Problems.Count} problem(s); nothing was written.");
            return ExitCode.Refused;
        }
        catch (ClusterException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.ClusterAway;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failed;
        }
    }
}
