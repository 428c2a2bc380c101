using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Broker;

public sealed class RabbitMq4BrokerContractTests(SharedServers servers) : RabbitMqBrokerContract(servers, RabbitMqEdition.Trixie);
