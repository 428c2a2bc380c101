using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Broker;

/// <summary>A RabbitMQ of its own, killed, wiped, frozen and gone for good.</summary>
public sealed class RabbitMqBrokerOutageTests
{
    private readonly RunId _run = RunId.Parse("run-1");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Broker_KilledAndWipedAndBack_PublishesAndConsumesAndListensAgain()
    {
        await using var server = await RabbitMqServer.StartNewAsync(cancel: Cancel);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var publisher = RabbitMqBrokers.On(virtualHost);
        await using var worker = RabbitMqBrokers.On(virtualHost);
        await using var deliveries = worker.ConsumeAsync(_run, 1, Cancel).GetAsyncEnumerator(Cancel);
        await using var signals = worker.ListenAsync(_run, Cancel).GetAsyncEnumerator(Cancel);
        var next = deliveries.MoveNextAsync().AsTask();
        var signal = signals.MoveNextAsync().AsTask();
        await publisher.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 1), Cancel);
        Assert.True(await next);

        await server.KillAsync(Cancel);
        await server.WipeDataAsync(Cancel);
        next = deliveries.MoveNextAsync().AsTask();
        var publishing = publisher.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 3)[1..], Cancel);
        await server.StartAsync(Cancel);
        await server.RestoreVirtualHostsAsync(Cancel);

        await publishing;
        Assert.True(await next);
        Assert.Equal(2, deliveries.Current.Message.Task);
        // The listener comes back in its own time; a signal before that is not heard, which is why workers ask the ledger too.
        await Eventually.HoldsAsync(
            async () =>
            {
                await publisher.SignalAsync(_run, new ControlMessage(ControlKind.RunEnded), Cancel);
                return signal.IsCompleted;
            },
            "a signal is heard", cancel: Cancel);

        Assert.Equal(ControlKind.RunEnded, signals.Current.Kind);
    }

    [Fact]
    public async Task PublishAsync_BrokerFrozen_IsConfirmedAfterItGoesOn()
    {
        await using var server = await RabbitMqServer.StartNewAsync(cancel: Cancel);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var broker = RabbitMqBrokers.On(virtualHost, options => options.ConfirmTimeout = TimeSpan.FromSeconds(1));
        await broker.DeclareAsync(_run, Cancel);

        await server.FreezeAsync(Cancel);
        var publishing = broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 5), Cancel);
        await Task.Delay(TimeSpan.FromSeconds(2), Cancel);
        Assert.False(publishing.IsCompleted);
        await server.ContinueAsync(Cancel);
        await publishing;

        Assert.True((await broker.DepthAsync(_run, Cancel))!.Ready >= 5);
    }

    [Fact]
    public async Task Broker_GoneForGood_EveryUseEndsInASentence()
    {
        await using var server = await RabbitMqServer.StartNewAsync(cancel: Cancel);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var broker = RabbitMqBrokers.On(virtualHost, options => options.Patience = TimeSpan.FromSeconds(2));
        await using var deliveries = broker.ConsumeAsync(_run, 1, Cancel).GetAsyncEnumerator(Cancel);
        var next = deliveries.MoveNextAsync().AsTask();
        await broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 1), Cancel);
        Assert.True(await next);

        await server.KillAsync(Cancel);

        var publishing = await Assert.ThrowsAsync<BrokerUnavailableException>(() => broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 1), Cancel));
        Assert.Contains("cannot be reached", publishing.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BrokerUnavailableException>(async () => await deliveries.MoveNextAsync());
        await Assert.ThrowsAsync<BrokerUnavailableException>(() => broker.DepthAsync(_run, Cancel));
    }

    [Fact]
    public async Task PublishAsync_BrokerLowOnDisk_SaysSoWhenPatienceIsOver()
    {
        await using var server = await RabbitMqServer.StartNewAsync(settings: "disk_free_limit.absolute = 1000000000000000", cancel: Cancel);
        var virtualHost = await server.CreateVirtualHostAsync(Cancel);
        await using var broker = RabbitMqBrokers.On(virtualHost, options => (options.ConfirmTimeout, options.Patience) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));

        var refused = await Assert.ThrowsAsync<BrokerUnavailableException>(() => broker.PublishAsync(_run, RabbitMqBrokers.Messages(_run, 1), Cancel));

        Assert.Contains("takes no messages (low on disk): free disk or memory on its node", refused.Message, StringComparison.Ordinal);
    }
}
