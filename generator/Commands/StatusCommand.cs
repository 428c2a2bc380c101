using System.Text.Json;
using Cocona;
using Cocona.Application;
using PlanetGraph.Generator.Cluster;
using PlanetGraph.Generator.Cluster.Status;
using Spectre.Console;

namespace PlanetGraph.Generator.Commands;

/// <summary><c>status</c>: how a release stands on the cluster.</summary>
internal sealed class StatusCommand(TimeProvider time, IAnsiConsole console, ICoconaAppContextAccessor accessor)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <summary>Exit codes: 0 all well, 1 not well or not installed, 3 the cluster cannot be asked.</summary>
    [Command("status", Description = "Tell how a release stands: workloads n/m, endpoints and node ports, volumes, pods that are not well and why")]
    [Example("eng/generator status pg -n planet-graph-ns --watch")]
    [Example("eng/generator status pg-batch --output json")]
    [ExitCodes("0 all well, 1 not well or not installed, 2 bad arguments, 3 the cluster cannot be asked, 130 --watch was ended")]
    public async Task<int> RunAsync(
        ClusterOptions where,
        [Argument(Description = "Name of the Helm release")] string release = "pg",
        [Option('o', Description = "table or json")] string output = "table",
        [Option('w', Description = "Look again every 2 seconds until all is well, or Ctrl-C")] bool watch = false)
    {
        var cancel = accessor.Current?.CancellationToken ?? default;
        if (output is not ("table" or "json"))
        {
            await Console.Error.WriteLineAsync($"--output {output}: choose table or json.");
            return ExitCode.Refused;
        }

        using var cluster = ClusterConnection.Open(where.Kubeconfig, where.Context, where.Namespace);
        var reader = new StatusReader(cluster);
        var status = await reader.ReadAsync(release, cancel);
        Print(status, output);
        while (watch && !status.IsWell)
        {
            await Task.Delay(Between, time, cancel);
            status = await reader.ReadAsync(release, cancel);
            if (output == "table" && console.Profile.Capabilities.Ansi)
            {
                console.Clear();
            }

            Print(status, output);
        }

        return status.IsWell ? ExitCode.Ok : ExitCode.Failed;
    }

    private void Print(ReleaseStatus status, string output)
    {
        if (output == "json")
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(status, StatusJson.Readable.ReleaseStatus));
        }
        else
        {
            console.Write(StatusTables.Draw(status));
            console.WriteLine();
        }
    }
}
