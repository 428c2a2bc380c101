using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Service.Tests.Hosting;

/// <summary>The service as Kubernetes starts it: a process.</summary>
public static class ServiceProgram
{
    public static ProgramProcess Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null) => ProgramProcess.Start(
        "service", Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "PlanetGraph.Service.dll"), .. arguments], environment);
}
