using Cocona;
using Cocona.Application;
using Microsoft.Extensions.DependencyInjection;
using PlanetGraph.Generator.Helm;
using PlanetGraph.Generator.Validation;
using Spectre.Console;

namespace PlanetGraph.Generator.Commands;

/// <summary>Puts the commands together: one class per command, one line here for each.</summary>
internal static class GeneratorCommands
{
    private const int PipeWidth = 160;

    public static IServiceCollection AddGenerator(this IServiceCollection services) => services
        .AddSingleton(HelmProgram.OnPath())
        .AddSingleton<CandidateValidator>()
        .AddSingleton(Terminal())
        .AddSingleton(TimeProvider.System)
        .AddSingleton<ICoconaApplicationMetadataProvider, ProgramName>();

    /// <summary>Runs the command that the arguments name.</summary>
    /// <returns>Its exit code; 0 for help, 2 when the arguments name no command or not what it needs.</returns>
    public static async Task<int> RunGeneratorAsync(this CoconaApp app, string[] arguments)
    {
        var report = new ProblemReport(app.Services.GetRequiredService<ICoconaAppContextAccessor>());
        app.UseFilter(report);
        app.AddCommands<GenerateCommand>();
        app.AddCommands<CheckCommand>();
        app.AddCommands<DiffCommand>();
        app.AddSubCommand("env", commands => commands.AddCommands<EnvironmentCommand>()).WithDescription("Environments of the specification");
        app.AddCommands<ExplainCommand>();
        app.AddCommands<BundleCommand>();
        app.AddCommands<PreflightCommand>();
        app.AddCommands<StatusCommand>();
        app.AddCommands<CollectCommand>();
        await app.RunAsync();

        // Cocona ends help with 129, and bad arguments with 1 or 129, which say other things here.
        var asked = arguments.Any(argument => argument is "-h" or "--help");
        return (report.Reached, Environment.ExitCode, asked) switch
        {
            (true, var code, _) => code,
            (false, 0, _) or (false, _, true) => ExitCode.Ok,
            _ => ExitCode.Refused,
        };
    }

    /// <summary>A file or a pipe has no width: names are not to be broken there.</summary>
    private static IAnsiConsole Terminal()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Console.Profile.Width = PipeWidth;
        }

        return AnsiConsole.Console;
    }
}
