using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Batch;

/// <summary>What a cluster does to pods in the middle of a run changes nothing in its result.</summary>
public sealed class FaultTests(ClusterSession cluster)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);
    private readonly MainRelease _main = new(cluster);

    [Fact]
    public Task Worker_DeletedInTheMiddle_ChangesNothing() => RunAsync("fault-worker", run => cluster.KillPodsAsync(cluster.Namespace, run.Pods("worker"), atMost: 1));

    [Fact]
    public Task AllPodsOfTheRun_DeletedInTheMiddle_ChangesNothing() => RunAsync("fault-node", async run =>
    {
        await cluster.KillPodsAsync(cluster.Namespace, run.Pods("worker"));
        await cluster.KillPodsAsync(cluster.Namespace, run.Pods("publisher"));
    });

    [Fact]
    public Task RabbitMq_DeletedWithItsVolume_ChangesNothing() => RunAsync("fault-broker", run => cluster.KillPodsAsync(cluster.Namespace, run.Pods("rabbitmq")));

    [Fact]
    public Task RabbitMqNode_OfThreeDeletedInTheMiddle_ChangesNothing() =>
        RunAsync("fault-brokers", run => cluster.KillPodsAsync(cluster.Namespace, run.Pods("rabbitmq"), atMost: 1), "rabbitmq.replicas=3");

    [Fact]
    public Task MySql_DeletedInTheMiddle_ChangesNothing() =>
        RunAsync("fault-ledger", _ => cluster.KillPodsAsync(cluster.Namespace, $"app.kubernetes.io/instance={MainRelease.Name},app.kubernetes.io/component=mysql"));

    private async Task RunAsync(string path, Func<BatchRelease, Task> strike, params string[] values)
    {
        await _main.EnsureAsync();
        using var input = RunInput.Make(files: 40, rowsPerFile: 4_000);
        await using var volume = await cluster.OpenDataAsync();
        await volume.WriteFolderAsync($"{path}/input", input.Input);
        await using var run = new BatchRelease(cluster, $"pg-{path}", cluster.Namespace);
        await run.InstallAsync(path, ["parallelism=3", "worker.resources.limits.cpu=250m", "chunkBytes=65536", "job.ttlSecondsAfterFinished=600", .. values]);
        await volume.FirstResultAsync(path);

        await strike(run);
        Assert.DoesNotContain("_SUCCESS", await volume.ListAsync($"{path}/result"));

        Assert.Equal("Complete", (await run.EndAsync(Longest)).Type);
        await volume.AssertResultAsync(cluster.Repo, path, input);
    }
}
