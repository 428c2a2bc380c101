using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>The program <c>planet-graph</c> as a user runs it.</summary>
internal static class PlanetGraphProgram
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    public static ProgramProcess Start(params string[] arguments) => Start(null, arguments);

    public static ProgramProcess Start(IReadOnlyDictionary<string, string?>? environment, params string[] arguments) => ProgramProcess.Start(
        "planet-graph", "dotnet", [Path.Combine(AppContext.BaseDirectory, "planet-graph.dll"), .. arguments], environment);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        await using var program = Start(arguments);
        var code = await program.ExitCodeAsync(Deadline);
        return (code, program.Output.ToString());
    }

    public static async Task<int> EndAsync(this ProgramProcess program) => await program.ExitCodeAsync(Deadline);
}
