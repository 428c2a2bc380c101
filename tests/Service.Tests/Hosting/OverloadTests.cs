using System.Net;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Service.Tests.Hosting;

[Collection(AloneInTheProcess.Name)]
public sealed class OverloadTests
{
    [Fact]
    public async Task Standardize_HouseIsFull_IsRefusedWithRetryAfterAndTakenLater()
    {
        await using var service = await RunningService.StartAsync([("planet-graph.request.max-in-flight", "1")]);
        using var held = await HeldRequest.SendAsync(service.Address);
        await Eventually.HoldsAsync(() => InFlightAsync(service, 1), "the held request is in the house", cancel: TestContext.Current.CancellationToken);

        using (var refused = await service.PostAsync("""{"addrs":["北京"]}"""))
        {
            await refused.ProblemAsync(HttpStatusCode.ServiceUnavailable);
            Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter?.Delta);
        }

        Assert.Contains("200 OK", await held.FinishAsync(), StringComparison.Ordinal);
        await Eventually.HoldsAsync(() => InFlightAsync(service, 0), "the held request has left the house", cancel: TestContext.Current.CancellationToken);
        using var taken = await service.PostAsync("""{"addrs":["北京"]}""");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        // The exporter answers scrapes out of a short-lived cache.
        await Eventually.HoldsAsync(
            async () => (await service.TextAsync("/metrics")).Contains("planetgraph_requests_refused_total{otel_scope_name=\"PlanetGraph.Service\"} 1", StringComparison.Ordinal),
            "the refusal is counted",
            cancel: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Healthz_HouseIsFull_StillAnswers()
    {
        await using var service = await RunningService.StartAsync([("planet-graph.request.max-in-flight", "1")]);
        using var held = await HeldRequest.SendAsync(service.Address);
        await Eventually.HoldsAsync(() => InFlightAsync(service, 1), "the held request is in the house", cancel: TestContext.Current.CancellationToken);

        Assert.Contains("ready", await service.TextAsync("/healthz/ready"), StringComparison.Ordinal);
        Assert.Contains("live", await service.TextAsync("/healthz/live"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standardize_MoreClientsThanTurns_AllAreAnswered()
    {
        await using var service = await RunningService.StartAsync(
            [("planet-graph.request.concurrency", "1"), ("planet-graph.request.max-in-flight", "64")]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => service.PostAsync("""{"addrs":["北京"]}""")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    internal static async Task<bool> InFlightAsync(RunningService service, int count) =>
        (await service.TextAsync("/metrics")).Contains($"planetgraph_requests_in_flight{{otel_scope_name=\"PlanetGraph.Service\"}} {count} ", StringComparison.Ordinal)
        || (await service.TextAsync("/metrics")).Contains($"planetgraph_requests_in_flight{{otel_scope_name=\"PlanetGraph.Service\"}} {count}\n", StringComparison.Ordinal);
}
