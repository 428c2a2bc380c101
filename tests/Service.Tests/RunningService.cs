using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Tests;

/// <summary>The whole service on a real Kestrel at a free port of 127.0.0.1, with the data that ships.</summary>
public sealed class RunningService : IAsyncDisposable
{
    public const string StandardizePath = "/planet-graph/v2/address/standardize";

    private RunningService(WebApplication app)
    {
        App = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Starts a service with these settings over the defaults; <paramref name="time"/> replaces the clock.</summary>
    public static async Task<RunningService> StartAsync(IEnumerable<(string, string)>? settings = null, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.AddPlanetGraphService(Settings.Of(
            [("server.port", "0"), ("server.address", "127.0.0.1"), ("logging.level.root", "warning"), .. settings ?? []]));
        var app = builder.Build();
        app.MapPlanetGraphService();
        await app.StartAsync();
        return new RunningService(app);
    }

    public Task<HttpResponseMessage> PostAsync(string body, string path = StandardizePath) =>
        Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    public async Task<string> TextAsync(string path) => await Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }
}
