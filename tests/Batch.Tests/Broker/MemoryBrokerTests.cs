using PlanetGraph.Batch.Broker;
using PlanetGraph.Contracts;

namespace PlanetGraph.Batch.Tests.Broker;

public sealed class MemoryBrokerTests : BrokerContract
{
    protected override Task<IBroker> CreateAsync() => Task.FromResult<IBroker>(new MemoryBroker());
}
