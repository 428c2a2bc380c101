using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Processing;

namespace PlanetGraph.Batch.Tests.AddressService;

/// <summary>A service that is busy, sick or picky costs time, never a row.</summary>
public sealed class HttpAddressServiceTests : IAsyncLifetime
{
    private static readonly string[] Addresses = [.. Enumerable.Range(0, 20).Select(row => $"北京\"{row}\\号\n")];
    private readonly BatchMetrics metrics = new();
    private ScriptedService service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await ScriptedService.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        metrics.Dispose();
    }

    [Fact]
    public async Task GoodService_AnswersInOrderAsTheyCame() => Assert.Equal(Addresses.Select(ScriptedService.Answer), await AskAsync(Addresses));

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(500)]
    public async Task ServiceThatIsBusyForAWhile_IsWaitedFor(int status)
    {
        var left = 8;
        service.Misbehave = (context, _) =>
        {
            if (Interlocked.Decrement(ref left) < 0)
                return Task.FromResult(false);
            context.Response.StatusCode = status;
            return Task.FromResult(true);
        };
        Assert.Equal(Addresses.Select(ScriptedService.Answer), await AskAsync(Addresses));
        Assert.True(left < 0);
    }

    [Fact]
    public async Task RetryAfter_IsHonoured()
    {
        var times = new List<DateTimeOffset>();
        service.Misbehave = (context, _) =>
        {
            times.Add(TimeProvider.System.GetUtcNow());
            if (times.Count > 1)
                return Task.FromResult(false);
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = "1";
            return Task.FromResult(true);
        };
        await AskAsync(Addresses);
        Assert.True(times[1] - times[0] > TimeSpan.FromSeconds(0.9));
    }

    [Theory]
    [InlineData("fewer")]
    [InlineData("more")]
    [InlineData("broken")]
    [InlineData("null")]
    [InlineData("closed")]
    public async Task ServiceThatIsSickForAWhile_MakesNoErrorOfAGoodRow(string sickness)
    {
        var left = 10;
        service.Misbehave = async (context, addresses) =>
        {
            if (Interlocked.Decrement(ref left) < 0)
                return false;
            switch (sickness)
            {
                case "fewer":
                    await ScriptedService.WriteAsync(context, addresses.Skip(1).Select(ScriptedService.Answer));
                    break;
                case "more":
                    await ScriptedService.WriteAsync(context, addresses.Append("x").Select(ScriptedService.Answer));
                    break;
                case "null":
                    await ScriptedService.WriteAsync(context, addresses.Select(_ => "null"));
                    break;
                case "broken":
                    await context.Response.Body.WriteAsync("{\"addrs\":[{\"segm"u8.ToArray());
                    break;
                default:
                    context.Abort();
                    break;
            }

            return true;
        };
        Assert.Equal(Addresses.Select(ScriptedService.Answer), await AskAsync(Addresses));
    }

    [Theory]
    [InlineData("500")]
    [InlineData("400")]
    [InlineData("closed")]
    [InlineData("dropped")]
    public async Task PoisonRow_IsFoundAndTheOthersAreAnswered(string way)
    {
        service.Misbehave = async (context, addresses) =>
        {
            if (!addresses.Contains(Addresses[13]))
                return false;
            if (way == "closed")
                context.Abort();
            else if (way == "dropped")
                await ScriptedService.WriteAsync(context, addresses.Where(address => address != Addresses[13]).Select(ScriptedService.Answer));
            else
                context.Response.StatusCode = int.Parse(way, System.Globalization.CultureInfo.InvariantCulture);
            return true;
        };
        var answers = await AskAsync(Addresses);
        Assert.StartsWith("!", answers[13], StringComparison.Ordinal);
        Assert.Equal(Addresses.Where((_, row) => row != 13).Select(ScriptedService.Answer), answers.Where((_, row) => row != 13));
    }

    [Fact]
    public async Task EntryWithAnError_IsAnErrorOfItsRow()
    {
        service.Misbehave = async (context, addresses) =>
        {
            await ScriptedService.WriteAsync(context, addresses.Select((address, row) => row switch
            {
                3 => """{"segments":[],"error":"the address is too long"}""",
                4 => """{"road":"\"error\"","error":null}""",
                _ => ScriptedService.Answer(address),
            }));
            return true;
        };
        var answers = await AskAsync(Addresses);
        Assert.Equal("!the address is too long", answers[3]);
        Assert.Equal("""{"road":"\"error\"","error":null}""", answers[4]);
    }

    [Fact]
    public async Task ServiceThatPrintsOverSeveralLines_StillGivesOneLineARow()
    {
        service.Misbehave = async (context, addresses) =>
        {
            await ScriptedService.WriteAsync(context, addresses.Select(_ => "{\n  \"road\": \"路\",\n  \"level\": null\n}"));
            return true;
        };
        Assert.All(await AskAsync(Addresses), answer => Assert.Equal("""{"road":"路","level":null}""", answer));
    }

    [Fact]
    public async Task ServiceThatStaysAway_EndsPatience()
    {
        service.Misbehave = (context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.FromResult(true);
        };
        var away = await Assert.ThrowsAsync<ServiceUnavailableException>(() => AskAsync(Addresses, patience: TimeSpan.FromSeconds(1)));
        Assert.Contains("HTTP 503", away.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingListens_EndsPatience()
    {
        var url = service.Url;
        await service.DisposeAsync();
        var away = await Assert.ThrowsAsync<ServiceUnavailableException>(() => AskAsync(Addresses, patience: TimeSpan.FromSeconds(1), url));
        Assert.Contains(url.ToString(), away.Message, StringComparison.Ordinal);
        service = await ScriptedService.StartAsync();
    }

    [Fact]
    public async Task Timeout_IsTriedAgain()
    {
        var left = 2;
        service.Misbehave = async (context, _) =>
        {
            if (Interlocked.Decrement(ref left) < 0)
                return false;
            var never = new TaskCompletionSource();
            await using var gone = context.RequestAborted.Register(() => never.TrySetResult());
            await never.Task;
            return true;
        };
        Assert.Equal(Addresses.Select(ScriptedService.Answer), await AskAsync(Addresses, timeout: TimeSpan.FromMilliseconds(300)));
    }

    [Fact]
    public async Task ScaledUpService_GetsNewConnectionsWithinTheLifetime()
    {
        var connections = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        service.Misbehave = (context, _) =>
        {
            connections[context.Connection.Id] = true;
            return Task.FromResult(false);
        };
        using var client = Client(connectionLifetime: TimeSpan.FromMilliseconds(200));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        while (connections.Count < 3)
            await AskAsync(client, Addresses, deadline.Token);
    }

    private async Task<List<string>> AskAsync(string[] addresses, TimeSpan? patience = null, Uri? url = null, TimeSpan? timeout = null)
    {
        using var client = Client(patience, url, timeout);
        return await AskAsync(client, addresses, Cancel);
    }

    private static async Task<List<string>> AskAsync(HttpAddressService client, string[] addresses, CancellationToken cancel)
    {
        var rows = new Utf8Rows();
        foreach (var address in addresses)
            rows.Add(Encoding.UTF8.GetBytes(address));
        var answers = new AnswerBatch();
        await client.StandardizeAsync(rows, answers, cancel);
        return [.. Enumerable.Range(0, answers.Count).Select(row => (answers.Error(row) is null ? "" : "!") + Encoding.UTF8.GetString(answers[row]))];
    }

    private HttpAddressService Client(TimeSpan? patience = null, Uri? url = null, TimeSpan? timeout = null, TimeSpan? connectionLifetime = null) => new(
        Options.Create(new AddressServiceOptions
        {
            Url = url ?? service.Url,
            Patience = patience ?? TimeSpan.FromMinutes(1),
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
            ConnectionLifetime = connectionLifetime ?? TimeSpan.FromSeconds(5),
        }),
        metrics,
        TimeProvider.System,
        NullLogger<HttpAddressService>.Instance);
}
