using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Main;

/// <summary>Scaling as written, while clients ask.</summary>
public sealed class ScaleTests(ClusterSession cluster)
{
    private readonly MainRelease _release = new(cluster);

    [Fact]
    public async Task Replicas_UpToFiveAndDownToTwo_LosesNoRequest()
    {
        await _release.EnsureAsync();
        await using var load = new AddressLoad(_release.Service);

        await cluster.Steps.TimeAsync("scale from 3 to 5 ready", () => ScaleAsync(5));
        Assert.Equal(5, (await _release.ServicePodsAsync()).Count);

        await cluster.Steps.TimeAsync("scale from 5 to 2", () => ScaleAsync(2));
        Assert.Equal(2, (await _release.ServicePodsAsync()).Count);

        await load.AssertNoneFailedAsync();
    }

    private async Task ScaleAsync(int replicas)
    {
        await cluster.HelmAsync("upgrade", "pg", "./charts/planet-graph", "--set", $"replicas={replicas}");
        await _release.ReadyAsync(TimeSpan.FromMinutes(3));
    }
}
