using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>The program <c>planet-graph</c> as a user runs it.</summary>
internal static class PlanetGraphProgram
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    private static string Program => Path.Combine(AppContext.BaseDirectory, "planet-graph.dll");

    public static ProgramProcess Start(params string[] arguments) => Start(null, arguments);

    public static ProgramProcess Start(IReadOnlyDictionary<string, string?>? environment, params string[] arguments) => ProgramProcess.Start(
        "planet-graph", "dotnet", [Program, .. arguments], environment);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        await using var program = Start(arguments);
        var code = await program.ExitCodeAsync(Deadline);
        return (code, program.Output.ToString());
    }

    /// <summary>Runs it as a user whom permissions bind. Root is one without the capabilities to read and write in spite of them.</summary>
    public static async Task<(int Code, string Output)> RunWithoutPrivilegesAsync(params string[] arguments)
    {
        string[] command = [.. Environment.IsPrivilegedProcess ? (string[])["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [], "dotnet", Program, .. arguments];
        await using var program = ProgramProcess.Start("planet-graph", command[0], command[1..]);
        var code = await program.ExitCodeAsync(Deadline);
        return (code, program.Output.ToString());
    }

    public static async Task<int> EndAsync(this ProgramProcess program) => await program.ExitCodeAsync(Deadline);
}
