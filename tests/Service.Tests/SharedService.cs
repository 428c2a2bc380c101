using PlanetGraph.Service.Tests;

[assembly: AssemblyFixture(typeof(SharedService))]

namespace PlanetGraph.Service.Tests;

/// <summary>One service with the default settings for all tests that do not change it.</summary>
public sealed class SharedService : IAsyncLifetime
{
    public RunningService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await RunningService.StartAsync();

    public ValueTask DisposeAsync() => Service?.DisposeAsync() ?? default;
}
