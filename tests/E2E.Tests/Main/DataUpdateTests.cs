using k8s;
using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Main;

/// <summary>New data on the volume reaches every client without a failed request, and bad data reaches none.</summary>
public sealed class DataUpdateTests(ClusterSession cluster)
{
    private const string Folder = "/mnt/data/data_bin";
    private readonly MainRelease _release = new(cluster);

    [Fact]
    public async Task DataVersion_WithANewBin_GivesNewAnswersAndLosesNoRequest()
    {
        await using var volume = await VolumeFiles.OpenAsync(cluster.Client, cluster.Namespace, cluster.Nodes[0], Folder);
        try
        {
            await _release.EnsureAsync();
            var bin = await DataPackage.WithShortNameAsync(cluster.Repo, "星图新城");
            await volume.WriteAsync("data_stable.bin", bin);
            await using var load = new AddressLoad(_release.Service, "星图新城");

            await cluster.Steps.TimeAsync("data update to all pods new", async () =>
            {
                await _release.UpgradeAsync("data.version=2");
                await _release.ReadyAsync(TimeSpan.FromMinutes(4));
            });
            await AnswersAsync("星图新城", "杭州市");

            await load.AssertNoneFailedAsync();
            Assert.Equal(2, load.Answers.Count);
        }
        finally
        {
            await volume.ShellAsync("rm -f /volume/data_stable.bin");
        }
    }

    [Fact]
    public async Task DataVersion_WithACorruptBin_StopsTheRolloutSaysWhyAndCanBeRolledBack()
    {
        await using var volume = await VolumeFiles.OpenAsync(cluster.Client, cluster.Namespace, cluster.Nodes[0], Folder);
        try
        {
            await _release.EnsureAsync();
            // In a folder of its own, as the documents advise: a file server that starts after the rollback finds the old files where they were.
            await volume.WriteAsync("broken/data_stable.bin", "this is no data package"u8.ToArray());
            await using var load = new AddressLoad(_release.Service);

            await _release.UpgradeAsync("data.path=broken", "data.version=broken");
            var reason = await Deadline.UntilAsync("a pod that says what is wrong with the data", TimeSpan.FromMinutes(3), ReasonAsync);

            Assert.Contains("data_stable.bin", reason, StringComparison.Ordinal);
            await cluster.Steps.TimeAsync("rollback of a broken data update to all ready", async () =>
            {
                await cluster.HelmAsync("rollback", MainRelease.Name);
                await _release.ReadyAsync(TimeSpan.FromMinutes(3));
            });
            await load.AssertNoneFailedAsync();
        }
        finally
        {
            await volume.ShellAsync("rm -rf /volume/broken");
        }
    }

    private async Task<string?> ReasonAsync(CancellationToken cancel)
    {
        var pods = await cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, labelSelector: $"app.kubernetes.io/instance={MainRelease.Name}", cancellationToken: cancel);
        return (from pod in pods.Items
                from container in (pod.Status.InitContainerStatuses ?? []).Concat(pod.Status.ContainerStatuses ?? [])
                let message = container.State?.Terminated?.Message ?? container.LastState?.Terminated?.Message
                where !string.IsNullOrWhiteSpace(message) && message.Contains("data_stable.bin", StringComparison.Ordinal)
                select message).FirstOrDefault();
    }

    private async Task AnswersAsync(string address, string city)
    {
        await using var load = new AddressLoad(_release.Service, address);
        await Deadline.UntilAsync($"the answer {city}", TimeSpan.FromSeconds(30), _ => Task.FromResult(load.Answers.Keys.Any(a => a.Contains(city, StringComparison.Ordinal))));
    }
}
