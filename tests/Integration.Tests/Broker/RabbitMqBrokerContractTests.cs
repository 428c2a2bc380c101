using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Broker;

public sealed class RabbitMqBrokerContractTests(SharedServers servers) : RabbitMqBrokerContract(servers, edition: null);
