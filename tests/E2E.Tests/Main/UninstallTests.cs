using System.Text;
using k8s;
using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Main;

/// <summary>After <c>helm uninstall</c> nothing is left but the data, and a new install finds it.</summary>
public sealed class UninstallTests(ClusterSession cluster)
{
    private readonly MainRelease _release = new(cluster);

    [Fact]
    public async Task Uninstall_ThenInstall_LeavesOnlyDataAndFindsItAgain()
    {
        await using var volume = await VolumeFiles.OpenAsync(cluster.Client, cluster.Namespace, cluster.Nodes[0], "/mnt/data/data_bin");
        await _release.EnsureAsync();
        await volume.WriteAsync("kept.txt", Encoding.UTF8.GetBytes("kept"));

        await cluster.Steps.TimeAsync("uninstall to nothing left", async () =>
        {
            await cluster.HelmAsync("uninstall", MainRelease.Name);
            await Deadline.UntilAsync("every object of the release to be gone", TimeSpan.FromMinutes(2), async cancel => await LeftAsync(cancel) is []);
        });

        Assert.Equal("kept", Encoding.UTF8.GetString(await volume.ReadAsync("kept.txt")));
        await cluster.Steps.TimeAsync("install over kept data to all ready", async () =>
        {
            await cluster.HelmAsync("install", MainRelease.Name, "./charts/planet-graph");
            await _release.ReadyAsync(TimeSpan.FromMinutes(4));
        });
        Assert.Equal("kept", Encoding.UTF8.GetString(await volume.ReadAsync("kept.txt")));
        await volume.ShellAsync("rm -f /volume/kept.txt");
    }

    /// <summary>What is left of the release, claims and volumes included: the data stays in its folder.</summary>
    private async Task<IReadOnlyList<string>> LeftAsync(CancellationToken cancel)
    {
        var (client, space, selector) = (cluster.Client, cluster.Namespace, $"app.kubernetes.io/instance={MainRelease.Name}");
        var left = new List<string>();
        left.AddRange((await client.CoreV1.ListNamespacedPodAsync(space, labelSelector: selector, cancellationToken: cancel)).Items.Select(o => $"Pod {o.Metadata.Name}"));
        left.AddRange((await client.CoreV1.ListNamespacedPersistentVolumeClaimAsync(space, labelSelector: selector, cancellationToken: cancel)).Items.Select(o => $"Claim {o.Metadata.Name}"));
        left.AddRange((await client.CoreV1.ListPersistentVolumeAsync(labelSelector: selector, cancellationToken: cancel)).Items.Select(o => $"Volume {o.Metadata.Name}"));
        left.AddRange((await client.CoreV1.ListNamespacedServiceAsync(space, labelSelector: selector, cancellationToken: cancel)).Items.Select(o => $"Service {o.Metadata.Name}"));
        left.AddRange((await client.CoreV1.ListNamespacedConfigMapAsync(space, labelSelector: selector, cancellationToken: cancel)).Items.Select(o => $"ConfigMap {o.Metadata.Name}"));
        left.AddRange((await client.AppsV1.ListNamespacedDeploymentAsync(space, labelSelector: selector, cancellationToken: cancel)).Items.Select(o => $"Deployment {o.Metadata.Name}"));
        left.AddRange((await client.AppsV1.ListNamespacedStatefulSetAsync(space, labelSelector: selector, cancellationToken: cancel)).Items.Select(o => $"StatefulSet {o.Metadata.Name}"));
        return left;
    }
}
