using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using PlanetGraph.Service;
using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Browser.Tests.Address;

/// <summary>The real address service at a free port, for the page to talk to.</summary>
public sealed class AddressService : IAsyncLifetime
{
    private WebApplication? app;

    public Uri Page { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddPlanetGraphService(Settings.Of(("server.port", "0"), ("server.address", "127.0.0.1"), ("logging.level.root", "warning")));
        app = builder.Build();
        app.MapPlanetGraphService();
        await app.StartAsync();
        Page = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? default;
}
