using PlanetGraph.Batch;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Testing.Faults;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>A run that was taken down in the middle and whose folders somebody changed by hand before it was started again.</summary>
public sealed class ReplacedInputTests(SharedServers servers, RealService service) : RunTest(servers, service)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InputAndParts_ReplacedAfterAKill_TheRunEndsAndSaysWhichFileChanged(bool isQueueLost)
    {
        await using var cluster = await ClusterAsync();
        // Row 101 of big.txt: its chunk stays in the worker's hand.
        (cluster.Service.OnlyWith, cluster.Service.Fault) = ("1100号", ServiceFault.Holding);
        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");
        await cluster.WaitForProgressAsync(
            progress => progress is { IsListed: true, FilesPending: 1, TasksWaiting: 0, TasksRunning: 1 }, "a chunk is in hand, all else is done", Cancel);
        await publisher.KillAsync();
        await worker.KillAsync();
        cluster.Service.Fault = ServiceFault.None;
        if (isQueueLost)
        {
            await cluster.Broker.DeleteQueueAsync(cluster.VirtualHost, $"planet-graph.work.{cluster.Run}", Cancel);
        }

        Directory.Delete(Path.Combine(cluster.Result, ".parts"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(cluster.Input, "big.txt"), "上海市浦东新区花木街道\n", Cancel);

        await cluster.AssertExitAsync(ExitCode.FailedFiles, cluster.StartPublisher(), cluster.StartWorker("worker-b"));

        await cluster.AssertSettledAsync(RunState.Failed, Cancel);
        var result = RunResult.Read(cluster.Result);
        Assert.False(result.IsSuccess);
        var failed = Assert.Single(result.ManifestFiles, file => (string)file["state"]! == "failed");
        Assert.Equal("big.txt", (string)failed["path"]!);
        Assert.Contains("changed after it was listed", (string)failed["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_DeletedAfterAKill_AreMadeAnew()
    {
        await using var cluster = await ClusterAsync();
        (cluster.Service.OnlyWith, cluster.Service.Fault) = ("1100号", ServiceFault.Holding);
        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");
        await cluster.WaitForProgressAsync(
            progress => progress is { IsListed: true, FilesPending: 1, TasksWaiting: 0, TasksRunning: 1 }, "a chunk is in hand, all else is done", Cancel);
        await publisher.KillAsync();
        await worker.KillAsync();
        cluster.Service.Fault = ServiceFault.None;

        Directory.Delete(Path.Combine(cluster.Result, ".parts"), recursive: true);

        await AssertCompleteAsync(cluster, cluster.StartPublisher(), cluster.StartWorker("worker-b"));
    }
}
