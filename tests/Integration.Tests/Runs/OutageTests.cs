using PlanetGraph.Testing.Faults;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>Servers that stay away for as long as a restart of them takes in the field.</summary>
public sealed class OutageTests(SharedServers servers, RealService service) : RunTest(servers, service)
{
    private static readonly TimeSpan LedgerOutage = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ServiceOutage = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Ledger_AwayForThirtySeconds_TheRunWaitsAndGoesOn()
    {
        await using var database = await DatabaseServer.StartNewAsync(cancel: Cancel);
        await using var cluster = await ClusterAsync(database: database);
        cluster.Service.Fault = ServiceFault.Holding;
        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");
        await cluster.WaitForHeldCallsAsync();

        await database.KillAsync(Cancel);
        cluster.Service.Fault = ServiceFault.None;
        await Task.Delay(LedgerOutage, Cancel);
        Assert.False(worker.HasExited, worker.Output.Tail());
        Assert.False(publisher.HasExited, publisher.Output.Tail());
        await database.StartAsync(Cancel);

        await AssertCompleteAsync(cluster, publisher, worker);
    }

    [Fact]
    public async Task Service_UnavailableForTwentySeconds_TheRunWaitsAndGoesOn()
    {
        await using var cluster = await ClusterAsync();
        cluster.Service.Fault = ServiceFault.Unavailable;
        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");
        await cluster.WaitForHeldCallsAsync(2);

        await Task.Delay(ServiceOutage, Cancel);
        Assert.False(worker.HasExited, worker.Output.Tail());
        Assert.Equal(0, (await cluster.Ledger.ProgressAsync(cluster.Run, Cancel)).FilesDone);
        cluster.Service.Fault = ServiceFault.None;

        await AssertCompleteAsync(cluster, publisher, worker);
        Assert.Equal(0, (await cluster.Ledger.ProgressAsync(cluster.Run, Cancel)).Retries);
    }
}
