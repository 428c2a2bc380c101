namespace PlanetGraph.Service.Tests.Hosting;

/// <summary>
/// Tests that read /metrics: the meters of all services of one process share a name, so while they run no other test starts or ends one.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInTheProcess
{
    public const string Name = "alone in the process";
}
