using PlanetGraph.Batch.Broker;
using PlanetGraph.Contracts;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Broker;

public sealed class RabbitMqBrokerContractTests(SharedServers servers) : BrokerContract
{
    protected override async Task<IBroker> CreateAsync()
    {
        var server = await servers.RabbitMqAsync();
        return RabbitMqBrokers.On(await server.CreateVirtualHostAsync(TestContext.Current.CancellationToken));
    }
}
