using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Main;

/// <summary>A second track behind the same endpoint: tried by a part of the requests, then promoted or dropped.</summary>
public sealed class CanaryTests(ClusterSession cluster)
{
    private const string Folder = "/mnt/data/data_bin";
    private const string NewName = "金丝雀城";

    /// <summary>Some ninety connections, each to one pod: a share of a quarter is then between a tenth and 0.45 but once in a thousand times.</summary>
    private const int Answers = 800;

    private readonly MainRelease _release = new(cluster);

    [Fact]
    public async Task Canary_WithNewData_AnswersAQuarterThenIsPromotedThenAnotherIsDropped()
    {
        await using var volume = await VolumeFiles.OpenAsync(cluster.Client, cluster.Namespace, cluster.Nodes[0], Folder);
        try
        {
            await _release.EnsureAsync();
            await volume.WriteAsync("next/data_stable.bin", await DataPackage.WithShortNameAsync(cluster.Repo, NewName));
            await using var all = new AddressLoad(_release.Service, NewName);
            var stable = await StablePodsAsync();

            await UpgradeAsync("canary to ready", "canary.enabled=true", "canary.replicas=1", "canary.data.path=next", "canary.data.version=next");

            Assert.Equal(stable, await StablePodsAsync());
            Assert.InRange(await ShareOfNewAsync(), 0.10, 0.45);

            await UpgradeAsync("canary promoted to all pods new", "canary.enabled=false", "data.path=next", "data.version=next");
            Assert.Equal(1.0, await ShareOfNewAsync());

            await UpgradeAsync("second canary to ready", "canary.enabled=true", "canary.data.path=", "canary.data.version=dropped");
            stable = await StablePodsAsync();
            await UpgradeAsync("canary dropped", "canary.enabled=false");

            Assert.Equal(stable, await StablePodsAsync());
            Assert.Equal(1.0, await ShareOfNewAsync());
            await all.AssertNoneFailedAsync();
        }
        finally
        {
            await _release.EnsureAsync();
            await volume.ShellAsync("rm -rf /volume/next");
        }
    }

    private Task UpgradeAsync(string step, params string[] values) => cluster.Steps.TimeAsync(step, async () =>
    {
        await _release.UpgradeAsync(values);
        await _release.ReadyAsync(TimeSpan.FromMinutes(4));
    });

    private async Task<IReadOnlyList<string>> StablePodsAsync() =>
        [.. (await _release.ServicePodsAsync()).Where(p => !p.Metadata.Name.Contains("canary", StringComparison.Ordinal)).Select(p => p.Metadata.Name).Order(StringComparer.Ordinal)];

    private async Task<double> ShareOfNewAsync()
    {
        await using var load = new AddressLoad(_release.Service, NewName);
        await Deadline.UntilAsync($"{Answers} answers", TimeSpan.FromSeconds(60), _ => Task.FromResult(load.Asked >= Answers));
        await load.AssertNoneFailedAsync();
        return load.Answers.Where(a => a.Key.Contains("杭州市", StringComparison.Ordinal)).Sum(a => a.Value) / (double)load.Answers.Values.Sum();
    }
}
