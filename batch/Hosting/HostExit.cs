using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Hosting;

/// <summary>Runs a host and returns an exit code that tells the truth.</summary>
public static class HostExit
{
    /// <summary>
    /// The work's own code; 2 with all reasons on standard error when the configuration is wrong; 143 when the host was told to go
    /// before the work had ended; a crash is thrown on.
    /// </summary>
    public static async Task<int> RunToExitCodeAsync(this IHost host)
    {
        var outcome = host.Services.GetRequiredService<ProgramOutcome>();
        try
        {
            await host.RunAsync();
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures)
            {
                await Console.Error.WriteLineAsync(failure);
            }

            return ExitCode.Usage;
        }

        if (outcome.Crash is { } crash)
        {
            ExceptionDispatchInfo.Throw(crash);
        }

        return outcome.Code ?? ExitCode.Terminated;
    }
}
