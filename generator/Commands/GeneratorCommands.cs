using Cocona;
using Cocona.Builder;
using Microsoft.Extensions.DependencyInjection;
using PlanetGraph.Generator.Helm;
using PlanetGraph.Generator.Validation;
using Spectre.Console;

namespace PlanetGraph.Generator.Commands;

/// <summary>Puts the commands together: one class per command, one line here for each.</summary>
internal static class GeneratorCommands
{
    public static IServiceCollection AddGenerator(this IServiceCollection services)
        => services.AddSingleton(HelmProgram.OnPath()).AddSingleton<CandidateValidator>().AddSingleton(AnsiConsole.Console).AddSingleton(TimeProvider.System);

    public static void AddGeneratorCommands(this ICoconaCommandsBuilder app)
    {
        app.UseFilter(new ProblemReport());
        app.AddCommands<GenerateCommand>();
        app.AddCommands<CheckCommand>();
        app.AddCommands<DiffCommand>();
        app.AddSubCommand("env", commands => commands.AddCommands<EnvironmentCommand>()).WithDescription("Environments of the specification");
        app.AddCommands<ExplainCommand>();
        app.AddCommands<BundleCommand>();
        app.AddCommands<PreflightCommand>();
        app.AddCommands<StatusCommand>();
        app.AddCommands<CollectCommand>();
    }
}
