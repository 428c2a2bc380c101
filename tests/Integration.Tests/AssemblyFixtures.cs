using PlanetGraph.Integration.Tests.Runs;
using PlanetGraph.Testing.Servers;

[assembly: AssemblyFixture(typeof(SharedServers))]
[assembly: AssemblyFixture(typeof(RealService))]
