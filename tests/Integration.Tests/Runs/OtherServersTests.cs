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
}
