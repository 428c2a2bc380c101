using System.Net;
using Microsoft.Extensions.Time.Testing;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Service.Tests.Hosting;

[Collection(AloneInTheProcess.Name)]
public sealed class ShutdownTests
{
    [Fact]
    public async Task Stop_RequestInFlight_IsAnsweredBeforeTheServiceEnds()
    {
        await using var service = await RunningService.StartAsync();
        using var held = await HeldRequest.SendAsync(service.Address);
        await Eventually.HoldsAsync(() => OverloadTests.InFlightAsync(service, 1), "the held request is in the house", cancel: TestContext.Current.CancellationToken);

        var stopped = service.App.StopAsync(TestContext.Current.CancellationToken);
        var answer = await held.FinishAsync();
        await stopped;

        Assert.Contains("200 OK", answer, StringComparison.Ordinal);
        Assert.Contains("\"province\":\"北京市\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_DuringTheDelay_IsNotReadyButAnswersAndClosesConnections()
    {
        var time = new FakeTimeProvider();
        await using var service = await RunningService.StartAsync([("planet-graph.shutdown.delay", "5s")], time);

        var stopped = service.App.StopAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(async () =>
        {
            using var ready = await service.Client.GetAsync("/healthz/ready", TestContext.Current.CancellationToken);
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable;
        }, "readiness goes off", cancel: TestContext.Current.CancellationToken);
        using var answer = await service.PostAsync("""{"addrs":["北京"]}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.ConnectionClose);
        Assert.False(stopped.IsCompleted);
        await Eventually.HoldsAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(5));
            return stopped.IsCompleted;
        }, "the service ends after the delay", cancel: TestContext.Current.CancellationToken);
    }
}
