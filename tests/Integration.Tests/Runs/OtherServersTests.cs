using PlanetGraph.Batch;
using PlanetGraph.Testing.Faults;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>A customer's cluster has the servers it has: older and newer ones than those of the other tests.</summary>
public sealed class OtherServersTests(SharedServers servers, RealService service) : RunTest(servers, service)
{
    private readonly SharedServers _servers = servers;

    [Fact]
    public async Task Run_OldMySqlAndNewerRabbitMq_EndsWithTheSameBytes()
    {
        await using var cluster = await ClusterAsync(
            await _servers.RabbitMqAsync(RabbitMqEdition.Trixie), await _servers.DatabaseAsync(DatabaseEdition.MySql56));

        var publisher = cluster.StartPublisher();
        var first = cluster.StartWorker("worker-a");
        var second = cluster.StartWorker("worker-b");

        await AssertCompleteAsync(cluster, publisher, first, second);
    }

    [Fact]
    public async Task Run_TaskHandedBackMoreOftenThanTheBrokerAllows_IsPublishedAgain()
    {
        // Until 4.2 a message that is handed back counts as one that failed, and 4.0 gives up on it by itself.
        var broker = await _servers.RabbitMqAsync(RabbitMqEdition.Trixie);
        await using var cluster = await ClusterAsync(broker);
        var limit = ("PLANET_GRAPH__BROKER__DELIVERYLIMIT", "1");
        var publisher = cluster.StartPublisher(limit);
        for (var turn = 1; turn <= 3; turn++)
        {
            cluster.Service.Fault = ServiceFault.Holding;
            var held = cluster.Service.Faulted;
            var worker = cluster.StartWorker($"worker-{turn}", limit, ("PLANET_GRAPH__WORKER__GRACE", "00:00:01"));
            await cluster.WaitForHeldCallsAsync(held + 1);
            worker.Terminate();
            await cluster.AssertExitAsync(ExitCode.Terminated, worker);
            cluster.Service.Fault = ServiceFault.None;
        }

        await Eventually.HoldsAsync(
            async () => await broker.CountMessagesAsync(cluster.VirtualHost, $"planet-graph.dead.{cluster.Run}", Cancel) > 0,
            "the broker has put a task away", cancel: Cancel);
        var last = cluster.StartWorker("last", limit);

        await AssertCompleteAsync(cluster, publisher, last);
    }
}
