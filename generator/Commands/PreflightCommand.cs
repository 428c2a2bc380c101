using Cocona;
using Cocona.Application;
using PlanetGraph.Generator.Cluster;
using PlanetGraph.Generator.Cluster.Preflight;
using Spectre.Console;

namespace PlanetGraph.Generator.Commands;

/// <summary><c>preflight</c>: would an install work, here and on the cluster.</summary>
internal sealed class PreflightCommand(IAnsiConsole console, ICoconaAppContextAccessor accessor)
{
    /// <summary>Exit codes: 0 an install would work, 1 a check failed, 3 the cluster cannot be asked.</summary>
    [Command("preflight", Description = "Look before an install: the data folder's files, and on the cluster its version, permissions, nodes, images, storage class and node ports")]
    [Example("eng/generator preflight --data /mnt/data/data_bin -n planet-graph-ns --image planet-graph/service:1.0.0")]
    [Example("eng/generator preflight --data /mnt/data/data_bin --local")]
    public async Task<int> RunAsync(
        ClusterOptions where,
        [Option(Description = "Data folder on this machine to look at (left out when not given)")] string? data = null,
        [Option(Description = "Look at the data folder only, ask no cluster")] bool local = false,
        [Option(Description = "Name that the release will have")] string release = "pg",
        [Option(Description = "Images that pods will ask for (repeat the option)")] string[]? image = null,
        [Option(Description = "Node ports that must be free (repeat the option)")] int[]? nodePort = null,
        [Option(Description = "StorageClass that must exist")] string? storageClass = null)
    {
        var cancel = accessor.Current?.CancellationToken ?? default;
        var findings = new List<Finding>();
        if (data is not null)
        {
            findings.AddRange(DataFolderCheck.Examine(data));
        }

        if (!local)
        {
            var needs = new ClusterNeeds(image ?? [], nodePort ?? [30000, 31000, 32000], storageClass, release);
            using var cluster = ClusterConnection.Open(where.Kubeconfig, where.Context, where.Namespace);
            await foreach (var finding in new ClusterCheck(cluster, needs).ExamineAsync(cancel))
            {
                findings.Add(finding);
            }
        }

        console.Write(FindingTable.Draw(findings));
        return findings.Any(f => f.Outcome == Outcome.Failed) ? ExitCode.Failed : ExitCode.Ok;
    }
}
