using PlanetGraph.Testing.Servers;

[assembly: AssemblyFixture(typeof(SharedServers))]
