using PlanetGraph.Batch.Broker;
using PlanetGraph.Contracts;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Broker;

/// <param name="servers">The assembly's servers.</param>
/// <param name="edition">Which RabbitMQ; null leaves it to <see cref="ServerEditions"/>.</param>
public abstract class RabbitMqBrokerContract(SharedServers servers, RabbitMqEdition? edition) : BrokerContract
{
    protected override async Task<IBroker> CreateAsync()
    {
        var server = await servers.RabbitMqAsync(edition);
        return RabbitMqBrokers.On(await server.CreateVirtualHostAsync(TestContext.Current.CancellationToken));
    }
}
