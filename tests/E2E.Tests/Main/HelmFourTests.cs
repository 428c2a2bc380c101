using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Main;

/// <summary>Helm 4 applies on the server's side: a field that two managers own, or an object that the server changes, would stop it.</summary>
public sealed class HelmFourTests(ClusterSession cluster)
{
    private readonly MainRelease _release = new(cluster);

    [Fact]
    public async Task HelmFour_InstallsScalesUpgradesAndUninstalls()
    {
        var helm = (await Command.RunAsync("bash", ["eng/install-helm", "4.1.4"], cluster.Repo)).Trim();
        await cluster.TryHelmAsync("uninstall", MainRelease.Name, "--wait");

        var installed = await Command.RunAsync(helm, ["install", "pg", "./charts/planet-graph"], cluster.Repo);
        await _release.ReadyAsync(TimeSpan.FromMinutes(4));
        await using (var load = new AddressLoad(_release.Service))
        {
            await Command.RunAsync(helm, ["upgrade", "pg", "./charts/planet-graph", "--set", "replicas=5"], cluster.Repo);
            await _release.ReadyAsync(TimeSpan.FromMinutes(3));
            Assert.Equal(5, (await _release.ServicePodsAsync()).Count);
            await load.AssertNoneFailedAsync();
        }

        Assert.Contains("STATUS: deployed", installed, StringComparison.Ordinal);
        await Command.RunAsync(helm, ["uninstall", "pg", "--wait"], cluster.Repo);
        Assert.Empty(await _release.ServicePodsAsync());
    }
}
