using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PlanetGraph.Browser.Tests.Run;

/// <summary>An address service that answers nothing before it is told to: a run stands still where the test wants to look at it.</summary>
internal sealed class GatedService : IAsyncDisposable
{
    private const string Answer =
        """{"segments":[],"province":null,"city":null,"region":null,"town":null,"village":null,"houseNumber":-1,"company":null,"road":null,"residential":null,"office":null,"mall":null,"businessCircle":null,"level":null}""";

    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;

    private GatedService(WebApplication app) => _app = app;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<GatedService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new GatedService(builder.Build());
        service._app.MapPost("/planet-graph/v2/address/standardize", service.AnswerAsync);
        await service._app.StartAsync();
        return service;
    }

    public void Open() => _open.TrySetResult();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        await _open.Task.WaitAsync(request.HttpContext.RequestAborted);
        var count = body.RootElement.GetProperty("addrs").GetArrayLength();
        return Results.Text($$"""{"addrs":[{{string.Join(',', Enumerable.Repeat(Answer, count))}}]}""", "application/json");
    }
}
