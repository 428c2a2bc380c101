using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Main;

/// <summary>A second track behind the same endpoint: tried by a part of the requests, then promoted or dropped.</summary>
public sealed class CanaryTests(ClusterSession cluster)
{
    private const string Folder = "/mnt/data/data_bin";
    private const string NewName = "金丝雀城";
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

            await _release.UpgradeAsync("canary.enabled=true", "canary.replicas=1", "canary.data.path=next", "canary.data.version=next");
            await _release.ReadyAsync(TimeSpan.FromMinutes(3));

            Assert.Equal(stable, await StablePodsAsync());
            Assert.InRange(await ShareOfNewAsync(), 0.10, 0.45);

            await _release.UpgradeAsync("canary.enabled=false", "data.path=next", "data.version=next");
            await _release.ReadyAsync(TimeSpan.FromMinutes(4));
            Assert.Equal(1.0, await ShareOfNewAsync());

            await _release.UpgradeAsync("canary.enabled=true", "canary.data.path=", "canary.data.version=dropped");
            await _release.ReadyAsync(TimeSpan.FromMinutes(3));
            stable = await StablePodsAsync();
            await _release.UpgradeAsync("canary.enabled=false");
            await _release.ReadyAsync(TimeSpan.FromMinutes(3));

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

    private async Task<IReadOnlyList<string>> StablePodsAsync() =>
        [.. (await _release.ServicePodsAsync()).Where(p => !p.Metadata.Name.Contains("canary", StringComparison.Ordinal)).Select(p => p.Metadata.Name).Order(StringComparer.Ordinal)];

    private async Task<double> ShareOfNewAsync()
    {
        await using var load = new AddressLoad(_release.Service, NewName);
        await Deadline.UntilAsync("200 answers", TimeSpan.FromSeconds(60), _ => Task.FromResult(load.Asked >= 200));
        await load.AssertNoneFailedAsync();
        return load.Answers.Where(a => a.Key.Contains("杭州市", StringComparison.Ordinal)).Sum(a => a.Value) / (double)load.Answers.Values.Sum();
    }
}
