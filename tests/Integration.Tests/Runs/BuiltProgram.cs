using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>Our programs as the build leaves them.</summary>
internal static class BuiltProgram
{
    /// <summary>Starts one as its own process.</summary>
    /// <param name="name">The project: Service, Publisher or Worker.</param>
    /// <param name="called">What it is called in messages.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Its settings.</param>
    public static ProgramProcess Start(
        string name, string called, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var program = Path.Combine(RepositoryFolder.Path, "artifacts", "bin", $"PlanetGraph.{name}", configuration, $"PlanetGraph.{name}.dll");
        return File.Exists(program)
            ? ProgramProcess.Start(called, Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet", [program, .. arguments], environment)
            : throw new FileNotFoundException($"{program} is not built: dotnet build PlanetGraph.sln -c Release", program);
    }
}
