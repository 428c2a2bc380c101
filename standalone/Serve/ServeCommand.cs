using Cocona;
using PlanetGraph.Batch;
using PlanetGraph.Engine;
using PlanetGraph.Service;
using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Standalone.Serve;

/// <summary><c>planet-graph serve</c>: the address service.</summary>
internal static class ServeCommand
{
    public const string Description = "Serve the address API and its page over HTTP until Ctrl-C.";

    [Examples(
        "planet-graph serve",
        "    http://127.0.0.1:8080/ has the page; POST /planet-graph/v2/address/standardize has the API",
        "planet-graph serve --port 30000 --config application.properties")]
    public static async Task<int> RunAsync(
        [Option('p', Description = "Port to listen on.")] int port = 8080,
        [Option(Description = "Settings as the service reads them (application.properties).")] string? config = null)
    {
        try
        {
            string[] file = config is null ? [] : ["--config", config];
            var settings = SettingsLoader.Load([.. file, $"--server.port={port}"], SettingsLoader.ProcessEnvironment());
            var builder = WebApplication.CreateSlimBuilder();
            builder.AddPlanetGraphService(settings);
            await using var app = builder.Build();
            app.MapPlanetGraphService();
            await app.RunAsync();
            return ExitCode.Complete;
        }
        catch (Exception e) when (e is SettingsException or GazetteerException or IOException)
        {
            await Console.Error.WriteLineAsync($"planet-graph serve: {e.Message}");
            return ExitCode.Usage;
        }
    }
}
