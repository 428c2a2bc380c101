using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;

namespace PlanetGraph.Testing.Servers;

/// <summary>A server in a container of Docker, through Testcontainers: what is left where no program is installed.</summary>
/// <param name="image">The image with its tag.</param>
/// <param name="describe">Adds ports, environment and files to the container's description; asked again after a wipe.</param>
internal sealed class ContainerHost(string image, Func<ContainerBuilder, ContainerBuilder> describe) : IServerHost
{
    private IContainer? _container;

    public string Origin => $"the image {image}";

    public string Log => _container is null ? "" : _container.GetLogsAsync().GetAwaiter().GetResult().Stderr;

    public bool HasExited => _container?.State is TestcontainersStates.Exited or TestcontainersStates.Dead;

    private IContainer Running => _container ?? throw new InvalidOperationException($"The container of {image} was not started.");

    public Task StartAsync(CancellationToken cancel)
    {
        _container ??= describe(new ContainerBuilder(image)).Build();
        return _container.StartAsync(cancel);
    }

    public Task StopAsync(CancellationToken cancel) => Running.StopAsync(cancel);

    public async Task KillAsync(CancellationToken cancel)
    {
        using var client = TestcontainersSettings.OS.DockerEndpointAuthConfig.GetDockerClientBuilder(Guid.Empty).Build();
        await client.Containers.KillContainerAsync(Running.Id, new ContainerKillParameters { Signal = "KILL" }, cancel);
    }

    public Task FreezeAsync(CancellationToken cancel) => Running.PauseAsync(cancel);

    public Task ContinueAsync(CancellationToken cancel) => Running.UnpauseAsync(cancel);

    public async Task WipeAsync(CancellationToken cancel) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_container is { } container)
        {
            _container = null;
            await container.DisposeAsync();
        }
    }
}
