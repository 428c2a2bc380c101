using System.Globalization;
using Cocona;
using Cocona.Application;
using PlanetGraph.Generator.Cluster;
using PlanetGraph.Generator.Cluster.Collect;

namespace PlanetGraph.Generator.Commands;

/// <summary><c>collect</c>: a support bundle for whoever helps from afar.</summary>
internal sealed class CollectCommand(TimeProvider time, ICoconaAppContextAccessor accessor)
{
    /// <summary>Exit codes: 0 the bundle is written, 3 the cluster cannot be asked (and no file is left).</summary>
    [Command("collect", Description = "Write a support bundle (.tar.gz): logs, previous logs, events, objects, values, versions; secrets redacted")]
    [Example("eng/generator collect pg -n planet-graph-ns --to pg.tar.gz")]
    [ExitCodes("0 the bundle is written, 1 its file cannot be written, 3 the cluster cannot be asked (and no file is left)")]
    public async Task<int> RunAsync(
        ClusterOptions where,
        [Argument(Description = "Name of the Helm release")] string release = "pg",
        [Option(Description = "File to write (default: RELEASE-TIME.tar.gz here)")] string? to = null)
    {
        var cancel = accessor.Current?.CancellationToken ?? default;
        var path = to ?? string.Create(CultureInfo.InvariantCulture, $"{release}-{time.GetUtcNow():yyyyMMdd-HHmmss}.tar.gz");
        using var cluster = ClusterConnection.Open(where.Kubeconfig, where.Context, where.Namespace);
        await using var bundle = new SupportBundle(path, time);
        await new ReleaseCollector(cluster, bundle).CollectAsync(release, cancel);
        await bundle.CompleteAsync();
        Console.Out.WriteLine($"{path}: {bundle.Entries.Count} entries, secrets redacted. Look through it before you send it.");
        return ExitCode.Ok;
    }
}
