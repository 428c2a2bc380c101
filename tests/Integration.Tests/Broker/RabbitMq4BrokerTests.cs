using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Broker;

public sealed class RabbitMq4BrokerTests(SharedServers servers) : RabbitMqBehaviour(servers, RabbitMqEdition.Trixie);
