using PlanetGraph.Batch;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>A publisher may die and start as often as it likes.</summary>
public sealed class PublisherFaultTests(SharedServers servers, RealService service) : RunTest(servers, service)
{
    [Fact]
    public async Task Publisher_KilledWhileItListsAndPublishes_GoesOnWhenStartedAgain()
    {
        await using var broker = await RabbitMqServer.StartNewAsync(Cancel);
        await using var cluster = await ClusterAsync(broker);
        var first = cluster.StartPublisher(("PLANET_GRAPH__BROKER__CONFIRMTIMEOUT", "00:05:00"));
        await cluster.WaitForRunAsync(Cancel);
        await broker.FreezeAsync(Cancel);
        await first.KillAsync();
        await broker.ContinueAsync(Cancel);

        var killedEarly = cluster.StartPublisher();
        await cluster.WaitForProgressAsync(progress => progress.Files > 0, "files are registered", Cancel);
        await killedEarly.KillAsync();
        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");

        await AssertCompleteAsync(cluster, publisher, worker);
    }

    [Fact]
    public async Task Publisher_StartedAfterTheEnd_ChangesNothingAndSaysComplete()
    {
        await using var cluster = await ClusterAsync();
        await cluster.AssertExitAsync(ExitCode.Complete, cluster.StartPublisher(), cluster.StartWorker("worker-a"));
        var before = Times(cluster.Result);

        await AssertCompleteAsync(cluster, cluster.StartPublisher(), cluster.StartWorker("late"));

        Assert.Equal(before, Times(cluster.Result));
    }

    [Fact]
    public async Task Publishers_TwoShareTheListing_TheResultIsTheSame()
    {
        await using var cluster = await ClusterAsync();
        (string, string)[] Shard(int ordinal) => [("PLANET_GRAPH__PUBLISHER__REPLICAS", "2"), ("PLANET_GRAPH__PUBLISHER__ORDINAL", $"{ordinal}")];

        var publishers = new[] { cluster.StartPublisher(Shard(0)), cluster.StartPublisher(Shard(1)) };
        var worker = cluster.StartWorker("worker-a");

        await AssertCompleteAsync(cluster, [.. publishers, worker]);
    }

    private static Dictionary<string, DateTime> Times(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.GetLastWriteTimeUtc);
}
