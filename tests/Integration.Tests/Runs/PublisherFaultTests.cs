using PlanetGraph.Batch;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>A publisher may die and start as often as it likes.</summary>
public sealed class PublisherFaultTests(SharedServers servers, RealService service) : RunTest(servers, service)
{
    private const int Copies = 1200;

    // Two times what a publisher registers at a time; what is left, the file at the gate among it, is the third.
    private const int FilesBeforeTheGate = 1024;

    [Fact]
    public async Task Publisher_KilledInTheMiddleOfListingAndOfPublishing_GoesOnWhenStartedAgain()
    {
        await using var broker = await RabbitMqServer.StartNewAsync(cancel: Cancel);
        await using var cluster = await ClusterAsync(broker);
        WriteCopies(cluster.Input);
        // Listed after the files of the folder above it.
        await using var gate = await cluster.CloseListingAsync("copies/last/file.txt", Cancel);
        var listing = cluster.StartPublisher();
        await AtTheGateAsync(cluster, gate);
        await listing.KillAsync();
        var left = await cluster.Ledger.ProgressAsync(cluster.Run, Cancel);
        Assert.True(left is { IsListed: false, Files: FilesBeforeTheGate }, $"it was not killed in the middle of listing: {left}");

        await gate.CloseAgainAsync(Cancel);
        var publishing = cluster.StartPublisher();
        await AtTheGateAsync(cluster, gate);
        await broker.FreezeAsync(Cancel);
        await gate.OpenAsync(Cancel);
        await cluster.WaitForProgressAsync(progress => progress.TasksUnpublished > 0, "files are registered and not published", Cancel);
        await publishing.KillAsync();
        left = await cluster.Ledger.ProgressAsync(cluster.Run, Cancel);
        Assert.True(!left.IsListed && left.TasksUnpublished > 0 && left.TasksUnpublished < left.TasksWaiting, $"it was not killed in the middle of publishing: {left}");
        await broker.ContinueAsync(Cancel);

        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");
        await cluster.AssertExitAsync(ExitCode.Complete, publisher, worker);
        await cluster.AssertSettledAsync(RunState.Complete, Cancel);
        await AssertCompleteWithCopiesAsync(cluster);
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

    private static Task AtTheGateAsync(RunCluster cluster, ListingGate gate) => cluster.WaitForProgressAsync(
        async progress => progress.Files == FilesBeforeTheGate && await gate.HasPublisherAsync(Cancel), "a publisher waits at the gate", Cancel);

    private static void WriteCopies(string input)
    {
        var original = File.ReadAllBytes(Path.Combine(input, RunInput.SmallFile));
        Directory.CreateDirectory(Path.Combine(input, "copies", "last"));
        for (var copy = 1; copy < Copies; copy++)
        {
            File.WriteAllBytes(Path.Combine(input, "copies", $"{copy}.txt"), original);
        }

        File.WriteAllBytes(Path.Combine(input, "copies", "last", "file.txt"), original);
    }

    // The copies' results are copies of their original's; without them the result is the undisturbed run's.
    private async Task AssertCompleteWithCopiesAsync(RunCluster cluster)
    {
        var result = RunResult.Read(cluster.Result);
        Assert.True(result.IsSuccess);
        Assert.Equal(Copies + RunInput.Files, (int)result.Sums["done"]!);
        result.AssertHoldsAllOf(await UndisturbedAsync());
        var copies = result.Paths.Where(path => path.StartsWith("copies/", StringComparison.Ordinal)).ToList();
        Assert.Equal(Copies, copies.Count);
        Assert.All(copies, copy => Assert.Equal(result.Text(RunInput.SmallFile + ".jsonl"), result.Text(copy)));
    }

    private static Dictionary<string, DateTime> Times(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.GetLastWriteTimeUtc);
}
