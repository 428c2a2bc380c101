using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Tasks;
using RabbitMQ.Client;

namespace PlanetGraph.Batch.Broker.RabbitMq;

/// <summary>
/// The broker over RabbitMQ (3.10 or newer). A connection for each role: what fills one with messages cannot hold up the acks of another.
/// </summary>
public sealed class RabbitMqBroker : IBroker
{
    private readonly RabbitMqOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RabbitMqPatience _patience;
    private readonly RabbitMqConnection _administration;
    private readonly RabbitMqConnection _publishing;
    private readonly RabbitMqConnection _consuming;
    private readonly RabbitMqPublisher _publisher;

    public RabbitMqBroker(IOptions<RabbitMqOptions> configured, TimeProvider time, ILogger<RabbitMqBroker> logger)
    {
        var options = configured.Value;
        (_options, _time, _logger) = (options, time, logger);
        _patience = new RabbitMqPatience(options, time, logger);
        _administration = new RabbitMqConnection("administer", options, logger);
        _publishing = new RabbitMqConnection("publish", options, logger);
        _consuming = new RabbitMqConnection("consume", options, logger);
        _publisher = new RabbitMqPublisher(_publishing, _patience, options, time, logger);
    }

    public Task DeclareAsync(RunId run, CancellationToken cancel) =>
        AdministerAsync($"declare the queues of run {run}", channel => Topology(run).DeclareAsync(channel, cancel), cancel);

    public Task PublishAsync(RunId run, IReadOnlyCollection<TaskMessage> messages, CancellationToken cancel) =>
        _publisher.PublishAsync(Topology(run), run, messages, cancel);

    public async IAsyncEnumerable<TaskDelivery> ConsumeAsync(RunId run, int prefetch, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await StartConsumerAsync(run, prefetch, cancel) is { } consumer)
        {
            try
            {
                while (await ReadAsync(consumer.Deliveries, cancel) is { } delivery)
                {
                    yield return delivery;
                }
            }
            finally
            {
                await consumer.StopAsync();
            }
        }
    }

    public Task SignalAsync(RunId run, ControlMessage message, CancellationToken cancel) =>
        AdministerAsync(
            $"signal the workers of run {run}",
            async channel =>
            {
                await Topology(run).DeclareControlAsync(channel, cancel);
                await RabbitMqControl.SendAsync(channel, Topology(run), message, cancel).WaitAsync(_options.ConfirmTimeout, _time, cancel);
            },
            cancel);

    public IAsyncEnumerable<ControlMessage> ListenAsync(RunId run, CancellationToken cancel)
    {
        // Begun now, not at the first read: what is signalled in between must be heard.
        var first = StartListenerAsync(run, cancel);
        return ListenAsync(run, first, cancel);
    }

    public Task<QueueDepth?> DepthAsync(RunId run, CancellationToken cancel) =>
        _patience.UntilDoneAsync(
            $"ask for the depth of run {run}",
            async (token, _) =>
            {
                await using var channel = await _administration.OpenChannelAsync(confirms: false, token);
                try
                {
                    var queue = await channel.QueueDeclarePassiveAsync(Topology(run).Work, token);
                    return new QueueDepth(queue.MessageCount, null, (int)queue.ConsumerCount);
                }
                catch (Exception exception) when (RabbitMqRefusal.IsNotFound(exception))
                {
                    return null;
                }
            },
            cancel);

    public Task DeleteAsync(RunId run, CancellationToken cancel) =>
        AdministerAsync($"delete the queues of run {run}", channel => Topology(run).DeleteAsync(channel, cancel), cancel);

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _publishing.DisposeAsync();
        await _consuming.DisposeAsync();
        await _administration.DisposeAsync();
    }

    private RabbitMqTopology Topology(RunId run) => new(run, _options);

    private Task AdministerAsync(string what, Func<IChannel, Task> attempt, CancellationToken cancel) =>
        _patience.UntilDoneAsync(
            what,
            async token =>
            {
                // Confirms, so that a signal has reached the broker when this returns.
                await using var channel = await _administration.OpenChannelAsync(confirms: true, token);
                await attempt(channel);
            },
            cancel);

    /// <summary>Null once cancelled.</summary>
    private Task<RabbitMqConsumer?> StartConsumerAsync(RunId run, int prefetch, CancellationToken cancel) =>
        UnlessCancelledAsync(
            () => _patience.UntilDoneAsync(
                $"consume tasks of run {run}",
                (token, _) => OnNewChannelAsync<RabbitMqConsumer?>(
                    async channel =>
                    {
                        var topology = Topology(run);
                        await topology.DeclareAsync(channel, token);
                        return await RabbitMqConsumer.StartAsync(channel, topology, prefetch, _options, _logger, token);
                    },
                    token),
                cancel),
            cancel);

    /// <summary>Null once cancelled.</summary>
    private Task<RabbitMqControl?> StartListenerAsync(RunId run, CancellationToken cancel) =>
        UnlessCancelledAsync(
            () => _patience.UntilDoneAsync(
                $"listen to the publisher of run {run}",
                (token, _) => OnNewChannelAsync<RabbitMqControl?>(
                    async channel => await RabbitMqControl.StartAsync(channel, Topology(run), _logger, token), token),
                cancel),
            cancel);

    private async IAsyncEnumerable<ControlMessage> ListenAsync(
        RunId run, Task<RabbitMqControl?> first, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var listener = await first; listener is not null; listener = await StartListenerAsync(run, cancel))
        {
            await using (listener)
            {
                while (await ReadAsync(listener.Messages, cancel) is { } message)
                {
                    yield return message;
                }
            }
        }
    }

    private async Task<TResult> OnNewChannelAsync<TResult>(Func<IChannel, Task<TResult>> use, CancellationToken cancel)
    {
        var channel = await _consuming.OpenChannelAsync(confirms: false, cancel);
        try
        {
            return await use(channel);
        }
        catch
        {
            await RabbitMqClosing.QuietlyAsync(() => channel.DisposeAsync().AsTask());
            throw;
        }
    }

    /// <summary>The next item; null when there will be none, or once cancelled.</summary>
    private static Task<TItem?> ReadAsync<TItem>(System.Threading.Channels.ChannelReader<TItem> reader, CancellationToken cancel) where TItem : class =>
        UnlessCancelledAsync(
            async () => await reader.WaitToReadAsync(cancel) && reader.TryRead(out var item) ? item : null,
            cancel);

    private static async Task<TResult?> UnlessCancelledAsync<TResult>(Func<Task<TResult?>> get, CancellationToken cancel) where TResult : class
    {
        if (cancel.IsCancellationRequested)
        {
            return null;
        }

        try
        {
            return await get();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
