using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Broker;

public sealed class RabbitMqBrokerTests(SharedServers servers) : RabbitMqBehaviour(servers, edition: null);
