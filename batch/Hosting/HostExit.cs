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
            // Before the host starts, which would log each wrong setting as a crash.
            host.Services.GetService<IStartupValidator>()?.Validate();
            await host.RunAsync();
        }
        catch (Exception e) when (Failures(e) is { Count: > 0 } failures)
        {
            var sentences = string.Join(Environment.NewLine, failures);
            await Console.Error.WriteLineAsync(sentences);
            TerminationMessage.Write(ExitCode.Usage, sentences);
            return ExitCode.Usage;
        }

        if (outcome.Crash is { } crash)
        {
            ExceptionDispatchInfo.Throw(crash);
        }

        var code = outcome.Code ?? ExitCode.Terminated;
        TerminationMessage.Write(code, outcome.Reason);
        return code;
    }

    private static List<string> Failures(Exception fault) => fault switch
    {
        OptionsValidationException one => [.. one.Failures],
        AggregateException many => [.. many.InnerExceptions.OfType<OptionsValidationException>().SelectMany(one => one.Failures)],
        _ => [],
    };
}
