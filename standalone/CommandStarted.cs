using Cocona.Command.Binder;
using Cocona.Filters;

namespace PlanetGraph.Standalone;

/// <summary>Knows whether a command's own code ran, or its arguments never came that far.</summary>
internal sealed class CommandStarted : ICommandFilter
{
    public bool Value { get; private set; }

    public async ValueTask<int> OnCommandExecutionAsync(CoconaCommandExecutingContext ctx, CommandExecutionDelegate next)
    {
        Value = true;
        try
        {
            return await next(ctx);
        }
        catch (ParameterBinderException)
        {
            Value = false;
            throw;
        }
    }
}
