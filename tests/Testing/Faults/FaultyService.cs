using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PlanetGraph.Testing.Faults;

/// <summary>A real HTTP server in front of the real address service that misbehaves as a test says.</summary>
public sealed class FaultyService : IAsyncDisposable
{
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(500);
    private readonly WebApplication _app;
    private readonly HttpClient _service;
    private TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ServiceFault _fault;
    private int _calls;
    private int _faulted;

    private FaultyService(WebApplication app, Uri service)
    {
        _app = app;
        _service = new HttpClient { BaseAddress = service, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>How many addresses were asked for so far, wrong answers included.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Calls that met the fault.</summary>
    public int Faulted => Volatile.Read(ref _faulted);

    /// <summary>A text whose presence in a call makes the service fail with 500, always: the row that kills it. Null: no such row.</summary>
    public string? Poison { get; set; }

    /// <summary>The fault meets only calls with this text in them; null: every call.</summary>
    public string? OnlyWith { get; set; }

    /// <summary>What is wrong from now on.</summary>
    public ServiceFault Fault
    {
        get => _fault;
        set
        {
            _fault = value;
            if (value == ServiceFault.Holding)
            {
                _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            else
            {
                _held.TrySetResult();
            }
        }
    }

    public static async Task<FaultyService> StartAsync(Uri service, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var faulty = new FaultyService(app, service);
        app.Run(faulty.AnswerAsync);
        await app.StartAsync(cancel);
        return faulty;
    }

    public async ValueTask DisposeAsync()
    {
        Fault = ServiceFault.None;
        await _app.DisposeAsync();
        _service.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var fault = OnlyWith is { } text && !Holds(body, text) ? ServiceFault.None : _fault;
        if (fault != ServiceFault.None)
        {
            Interlocked.Increment(ref _faulted);
        }

        if (Poison is { } poison && Holds(body, poison))
        {
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            return;
        }

        switch (fault)
        {
            case ServiceFault.Unavailable:
                context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
                return;
            case ServiceFault.Slow:
                await Task.Delay(Slowness, context.RequestAborted);
                break;
            case ServiceFault.Holding:
                await _held.Task.WaitAsync(context.RequestAborted);
                break;
        }

        var (status, answer) = await AskAsync(context, body.ToArray());
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (fault == ServiceFault.Closing)
        {
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(Spoil(fault, answer), context.RequestAborted);
    }

    private async Task<(int Status, byte[] Answer)> AskAsync(HttpContext context, byte[] body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        using var answer = await _service.SendAsync(request, context.RequestAborted);
        return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(context.RequestAborted));
    }

    private static bool Holds(MemoryStream body, string text) => Encoding.UTF8.GetString(body.ToArray()).Contains(text, StringComparison.Ordinal);

    private static byte[] Spoil(ServiceFault fault, byte[] answer)
    {
        switch (fault)
        {
            case ServiceFault.BrokenJson:
                return answer[..(answer.Length / 2)];
            case ServiceFault.FewerEntries when JsonNode.Parse(answer) is JsonObject whole && whole["addrs"] is JsonArray entries && entries.Count > 0:
                entries.RemoveAt(entries.Count - 1);
                return Encoding.UTF8.GetBytes(whole.ToJsonString());
            default:
                return answer;
        }
    }
}
