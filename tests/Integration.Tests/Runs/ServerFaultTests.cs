using PlanetGraph.Batch;
using PlanetGraph.Testing.Faults;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>The servers go away, come back, and lose their disks.</summary>
public sealed class ServerFaultTests(SharedServers servers, RealService service) : RunTest(servers, service)
{
    [Fact]
    public async Task Broker_KilledWithItsDiskInTheMiddle_TheRunGoesOnFromTheLedger()
    {
        await using var broker = await RabbitMqServer.StartNewAsync(cancel: Cancel);
        await using var cluster = await ClusterAsync(broker);
        cluster.Service.Fault = ServiceFault.Holding;
        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");
        await cluster.WaitForHeldCallsAsync();

        await broker.KillAsync(Cancel);
        await broker.WipeDataAsync(Cancel);
        cluster.Service.Fault = ServiceFault.None;
        await broker.StartAsync(Cancel);
        await broker.RestoreVirtualHostsAsync(Cancel);

        await AssertCompleteAsync(cluster, publisher, worker);
    }

    [Theory]
    [InlineData("BROKER")]
    [InlineData("LEDGER")]
    [InlineData("SERVICE")]
    public async Task Dependency_AwayPastItsPatience_ExitsWithThree(string section)
    {
        await using var cluster = await ClusterAsync();
        cluster.Service.Fault = ServiceFault.Holding;
        cluster.StartPublisher();
        (string, string) away = section == "SERVICE" ? ("PLANET_GRAPH__SERVICE__URL", "http://127.0.0.1:9") : ($"PLANET_GRAPH__{section}__PORT", "9");

        var worker = cluster.StartWorker("worker-a", away, ($"PLANET_GRAPH__{section}__PATIENCE", "00:00:02"));

        await cluster.AssertExitAsync(ExitCode.DependencyAway, worker);
        Assert.True(worker.Output.Contains("127.0.0.1:9") || worker.Output.Contains("stayed away"), worker.Output.Tail());
    }
}
