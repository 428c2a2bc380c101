using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PlanetGraph.Batch.Tests.AddressService;

/// <summary>A real HTTP server whose address service misbehaves as a test wants.</summary>
public sealed class ScriptedService : IAsyncDisposable
{
    private readonly WebApplication app;

    private ScriptedService(WebApplication app) => this.app = app;

    /// <summary>Answers a request; true: it has, false: answer as a good service would.</summary>
    public Func<HttpContext, IReadOnlyList<string>, Task<bool>> Misbehave { get; set; } = (_, _) => Task.FromResult(false);

    public Uri Url => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<ScriptedService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var service = new ScriptedService(app);
        app.MapPost("/planet-graph/v2/address/standardize", service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    public static string Answer(string address) => $$"""{"segments":[],"road":{{JsonSerializer.Serialize(address)}},"level":null}""";

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var request = await JsonDocument.ParseAsync(context.Request.Body);
        var addresses = request.RootElement.GetProperty("addrs").EnumerateArray().Select(address => address.GetString()!).ToList();
        if (await Misbehave(context, addresses))
            return;
        await WriteAsync(context, addresses.Select(Answer));
    }

    public static async Task WriteAsync(HttpContext context, IEnumerable<string> answers)
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"{{\"addrs\":[{string.Join(',', answers)}]}}"));
    }
}
