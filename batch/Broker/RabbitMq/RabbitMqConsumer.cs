using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PlanetGraph.Batch.Tasks;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace PlanetGraph.Batch.Broker.RabbitMq;

/// <summary>
/// One consumer on one channel, from its start until it is lost (cancelled by the broker, channel closed, connection gone) or stopped.
/// Deliveries are settled on the channel that brought them, or not at all.
/// </summary>
internal sealed class RabbitMqConsumer
{
    private readonly IChannel _channel;
    private readonly ILogger _logger;
    private readonly Channel<RabbitMqDelivery> _deliveries = Channel.CreateUnbounded<RabbitMqDelivery>();
    private string _tag = "";
    private int _unsettled;
    private volatile bool _stopped;

    private RabbitMqConsumer(IChannel channel, ILogger logger)
    {
        _channel = channel;
        _logger = logger;
    }

    /// <summary>What arrives. Completes when the consumer is lost or stopped.</summary>
    public ChannelReader<RabbitMqDelivery> Deliveries => _deliveries.Reader;

    public static async Task<RabbitMqConsumer> StartAsync(
        IChannel channel, RabbitMqTopology topology, int prefetch, RabbitMqOptions options, ILogger logger, CancellationToken cancel)
    {
        var session = new RabbitMqConsumer(channel, logger);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) => session.ReceiveAsync(delivery);
        // RabbitMQ cancels a consumer when its queue is deleted or moves, and from 4.3 on after a consumer timeout; the channel stays open.
        consumer.UnregisteredAsync += (_, _) => session.LostAsync("the broker cancelled it");
        consumer.ShutdownAsync += (_, reason) => session.LostAsync(reason.ReplyText);
        await channel.BasicQosAsync(0, (ushort)prefetch, global: false, cancel);
        var arguments = new Dictionary<string, object?> { ["x-consumer-timeout"] = (long)options.ConsumerTimeout.TotalMilliseconds };
        session._tag = await channel.BasicConsumeAsync(topology.Work, autoAck: false, "", noLocal: false, exclusive: false, arguments, consumer, cancel);
        return session;
    }

    /// <summary>Takes no more, hands back what nobody took out, and leaves the channel open for what was taken.</summary>
    public async Task StopAsync()
    {
        _stopped = true;
        await SettleAsync(() => new ValueTask(_channel.BasicCancelAsync(_tag)));
        _deliveries.Writer.TryComplete();
        while (_deliveries.Reader.TryRead(out var delivery))
        {
            await delivery.ReturnAsync(CancellationToken.None);
        }

        await CloseIfIdleAsync();
    }

    internal Task AckAsync(ulong tag) => SettleOnceAsync(() => _channel.BasicAckAsync(tag, multiple: false));

    // From RabbitMQ 4.3 on only a reject counts as a failure; before, both count.
    internal Task RejectAsync(ulong tag) => SettleOnceAsync(() => _channel.BasicRejectAsync(tag, requeue: true));

    internal Task ReturnAsync(ulong tag) => SettleOnceAsync(() => _channel.BasicNackAsync(tag, multiple: false, requeue: true));

    private async Task ReceiveAsync(BasicDeliverEventArgs delivery)
    {
        Interlocked.Increment(ref _unsettled);
        TaskMessage message;
        try
        {
            // The body's memory is valid in here only; reading it makes the copy.
            message = TaskMessage.FromJson(delivery.Body.Span);
        }
        catch (JsonException exception)
        {
            _logger.BrokerForeignMessage(exception.Message);
            await SettleOnceAsync(() => _channel.BasicRejectAsync(delivery.DeliveryTag, requeue: false));
            return;
        }

        var taken = new RabbitMqDelivery(message, this, delivery.DeliveryTag);
        if (!_deliveries.Writer.TryWrite(taken))
        {
            await taken.ReturnAsync(CancellationToken.None);
        }
    }

    private Task LostAsync(string reason)
    {
        if (_deliveries.Writer.TryComplete() && !_stopped)
        {
            _logger.BrokerConsumerLost(reason);
        }

        return Task.CompletedTask;
    }

    private async Task SettleOnceAsync(Func<ValueTask> settle)
    {
        await SettleAsync(settle);
        Interlocked.Decrement(ref _unsettled);
        if (_stopped)
        {
            await CloseIfIdleAsync();
        }
    }

    /// <summary>A channel that is gone cannot settle and need not: the broker delivers anew what was not settled. Several may settle at a
    /// time: an ack is one frame, which the client library writes whole.</summary>
    private async Task SettleAsync(Func<ValueTask> settle)
    {
        if (!_channel.IsOpen)
        {
            return;
        }

        try
        {
            await settle();
        }
        catch (Exception exception) when (RabbitMqRefusal.MayPass(exception))
        {
            _logger.BrokerSettleLost(exception.Message);
        }
    }

    private async Task CloseIfIdleAsync()
    {
        if (Volatile.Read(ref _unsettled) <= 0)
        {
            await RabbitMqClosing.QuietlyAsync(() => _channel.DisposeAsync().AsTask());
        }
    }
}
