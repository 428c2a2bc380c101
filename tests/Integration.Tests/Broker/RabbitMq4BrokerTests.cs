using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Broker;

public sealed class RabbitMq4BrokerTests(SharedServers servers) : RabbitMqBehaviour(servers, RabbitMqEdition.Trixie)
{
    private readonly SharedServers _servers = servers;

    [Fact]
    public async Task PublishAsync_MessageOverTheSixteenMebibytesOfFour_SaysAtOnceWhatToLower()
    {
        var server = await _servers.RabbitMqAsync(RabbitMqEdition.Trixie);
        await using var broker = RabbitMqBrokers.On(await server.CreateVirtualHostAsync(Cancel));
        var run = RunId.Parse("run-1");

        var refused = await Assert.ThrowsAsync<BrokerUnavailableException>(
            () => broker.PublishAsync(run, [new TaskMessage(run.Value, 1, [new TaskChunk(new string('x', 17 << 20), 0, 10)])], Cancel));

        Assert.Contains("lower run.packFiles, or raise max_message_size in rabbitmq.conf", refused.Message, StringComparison.Ordinal);
    }
}
