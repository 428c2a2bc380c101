using Cocona;
using Cocona.Application;
using PlanetGraph.Batch;
using PlanetGraph.Standalone.Batch;
using PlanetGraph.Standalone.Serve;
using PlanetGraph.Standalone.Standardize;

namespace PlanetGraph.Standalone;

/// <summary>The program <c>planet-graph</c>: its commands, and the one rule about exit codes that Cocona does not share with us.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = CoconaApp.CreateBuilder(args, options => options.TreatPublicMethodsAsCommands = false);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ICoconaApplicationMetadataProvider, ProgramName>();
        var app = builder.Build();
        var started = new CommandStarted();
        app.UseFilter(started);
        app.AddCommand("batch", BatchCommand.RunAsync).WithDescription(BatchCommand.Description);
        app.AddCommand("serve", ServeCommand.RunAsync).WithDescription(ServeCommand.Description);
        app.AddCommand("standardize", StandardizeCommand.Run).WithDescription(StandardizeCommand.Description);
        await app.RunAsync();

        // Cocona has codes of its own for help that was asked for and for arguments that it cannot bind; ours are 0 and 2.
        return started.Value ? Environment.ExitCode : args is [] || args.Any(argument => argument is "-h" or "--help" or "--version") ? ExitCode.Complete : ExitCode.Usage;
    }
}
