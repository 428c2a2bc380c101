using k8s;
using k8s.Autorest;
using k8s.Models;
using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Batch;

/// <summary>The seed's two namespaces, closed by a default-deny policy and the restricted profile.</summary>
public sealed class NamespaceTests(ClusterSession cluster)
{
    private const string MainSpace = "planet-graph-ns";
    private const string BatchSpace = "planet-graph-processor-ns";

    [Fact]
    public async Task Batch_InItsOwnNamespace_FindsTheMainReleaseInAnother()
    {
        await cluster.TryHelmAsync("uninstall", MainRelease.Name, "--wait");
        using var input = RunInput.Make(files: 8, rowsPerFile: 100);
        await using var volume = await cluster.OpenDataAsync();
        await volume.WriteFolderAsync("apart/input", input.Input);
        // Where no pod may run as root, the folders that are written are the operator's to prepare.
        await using var disk = await VolumeFiles.OpenAsync(cluster.Client, cluster.Namespace, cluster.Nodes[0], "/mnt/data");
        await disk.ShellAsync("cd /volume && mkdir -p mysql data_bin/apart/result && chown -R 999:999 mysql && chown 1654:1654 data_bin/apart/result");
        await MakeAsync(MainSpace);
        await MakeAsync(BatchSpace);
        try
        {
            await cluster.HelmAsync("install", "pg", "./charts/planet-graph", "-n", MainSpace, "--set", "replicas=1", "--set", "mysql.persistence.fixPermissions=false", "--wait", "--timeout", "4m");
            await using (var run = new BatchRelease(cluster, "pg-batch", BatchSpace))
            {
                await run.InstallAsync("apart", $"planetGraph.namespace={MainSpace}", "storage.fixPermissions=false", "job.ttlSecondsAfterFinished=600");
                Assert.Equal("Complete", (await run.EndAsync(TimeSpan.FromMinutes(4))).Type);
                await cluster.AssertRestrictedAsync(MainSpace);
                await cluster.AssertRestrictedAsync(BatchSpace);
            }

            await volume.AssertResultAsync(cluster.Repo, "apart", input);
        }
        finally
        {
            await cluster.TryHelmAsync("uninstall", "pg", "-n", MainSpace, "--wait");
            await cluster.Client.CoreV1.DeleteCollectionPersistentVolumeAsync(labelSelector: "app.kubernetes.io/instance=pg", cancellationToken: CancellationToken.None);
            await cluster.Client.CoreV1.DeleteNamespaceAsync(MainSpace, cancellationToken: CancellationToken.None);
            await cluster.Client.CoreV1.DeleteNamespaceAsync(BatchSpace, cancellationToken: CancellationToken.None);
        }
    }

    private async Task MakeAsync(string space)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["pod-security.kubernetes.io/enforce"] = "restricted" };
        await Deadline.UntilAsync($"namespace {space}", TimeSpan.FromMinutes(2), async cancel =>
        {
            try
            {
                await cluster.Client.CoreV1.CreateNamespaceAsync(new V1Namespace { Metadata = new() { Name = space, Labels = labels } }, cancellationToken: cancel);
                return true;
            }
            catch (HttpOperationException e) when (e.Response.StatusCode == System.Net.HttpStatusCode.Conflict)
            {
                var there = await cluster.Client.CoreV1.ReadNamespaceAsync(space, cancellationToken: cancel);
                return there.Metadata.DeletionTimestamp is null;
            }
        });
        await cluster.Client.NetworkingV1.CreateNamespacedNetworkPolicyAsync(
            new V1NetworkPolicy { Metadata = new() { Name = "default-deny" }, Spec = new() { PodSelector = new(), PolicyTypes = ["Ingress", "Egress"] } },
            space,
            cancellationToken: TestContext.Current.CancellationToken);
    }
}
