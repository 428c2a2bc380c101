using Cocona;
using Cocona.Application;
using PlanetGraph.Generator.Cluster;
using PlanetGraph.Generator.Cluster.Preflight;
using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Helm;
using PlanetGraph.Generator.Validation;
using Spectre.Console;

namespace PlanetGraph.Generator.Commands;

/// <summary><c>preflight</c>: would an install work, here and on the cluster.</summary>
internal sealed class PreflightCommand(HelmProgram helm, IAnsiConsole console, ICoconaAppContextAccessor accessor)
{
    // Nothing that is looked for depends on the version of Kubernetes; any that the charts take will do.
    private const string Kubernetes = "1.36.0";

    /// <summary>Exit codes: 0 an install would work, 1 a check failed, 3 the cluster cannot be asked.</summary>
    [Command("preflight", Description = "Look before an install: the data folder's files, and on the cluster its version, permissions, nodes, images, room, storage class and node ports")]
    [Example("eng/generator preflight --env onsite --data /mnt/data/data_bin -n planet-graph-ns")]
    [Example("eng/generator preflight -n planet-graph-ns --image planet-graph/service:1.0.0 --node-port 30000")]
    [Example("eng/generator preflight --data /mnt/data/data_bin --local")]
    [ExitCodes("0 an install would work, 1 a check failed, 2 bad arguments, 3 the cluster cannot be asked")]
    public async Task<int> RunAsync(
        ClusterOptions where,
        SourceOptions sources,
        [Option("env", Description = "Environment that will be installed: its images, node ports, requests, pull secrets and files are looked for (needs helm)")] string? environment = null,
        [Option(Description = "Data folder on this machine to look at (left out when not given)")] string? data = null,
        [Option(Description = "Look at the data folder only, ask no cluster")] bool local = false,
        [Option(Description = "Name that the release will have")] string release = "pg",
        [Option(Description = "Images that pods will ask for, with those of --env (repeat the option)")] string[]? image = null,
        [Option(Description = "Node ports that must be free (repeat the option; default: those of --env, else 30000, 31000, 32000)")] int[]? nodePort = null,
        [Option(Description = "StorageClass that must exist")] string? storageClass = null)
    {
        var cancel = accessor.Current?.CancellationToken ?? default;
        var needs = environment is null
            ? new(new([], [30000, 31000, 32000], null, release), Strict: false, Bundled: true)
            : await NeedsAsync(sources, environment, release, cancel);
        var findings = new List<Finding>();
        if (data is not null)
        {
            findings.AddRange(DataFolderCheck.Examine(data, needs.Strict, needs.Bundled));
        }

        if (!local)
        {
            var asked = needs.Cluster with
            {
                Images = [.. needs.Cluster.Images.Union(image ?? [])],
                NodePorts = nodePort ?? needs.Cluster.NodePorts,
                StorageClass = storageClass,
            };
            using var cluster = ClusterConnection.Open(where.Kubeconfig, where.Context, where.Namespace);
            await foreach (var finding in new ClusterCheck(cluster, asked).ExamineAsync(cancel))
            {
                findings.Add(finding);
            }
        }

        console.Write(FindingTable.Draw(findings));
        return findings.Any(f => f.Outcome == Outcome.Failed) ? ExitCode.Failed : ExitCode.Ok;
    }

    private async Task<EnvironmentNeeds> NeedsAsync(SourceOptions sources, string environment, string release, CancellationToken cancel)
    {
        var candidate = Candidate.Of(sources);
        candidate.Specification.Need(environment);
        helm.Require("tells what the environment's objects ask for");
        using var rendering = await ChartRendering.OfAsync(helm, candidate.Charts, cancel);
        var objects = new List<IReadOnlyList<RenderedObject>>();
        foreach (var chart in candidate.Specification.Charts)
        {
            var result = await rendering.RenderAsync(chart, environment, Kubernetes, cancel);
            objects.Add(result.ExitCode == 0
                ? RenderedManifest.Parse(result.Output)
                : throw new ProblemsException(HelmError.Locate(result.Error, chart.Name, candidate.Charts)));
        }

        return EnvironmentNeeds.Of(objects[0], [.. objects.Skip(1).SelectMany(o => o)], release);
    }
}
