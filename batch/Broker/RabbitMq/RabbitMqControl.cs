using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PlanetGraph.Batch.Tasks;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace PlanetGraph.Batch.Broker.RabbitMq;

/// <summary>One listener on the run's control exchange, with a queue of its own that goes with its connection.</summary>
internal sealed class RabbitMqControl : IAsyncDisposable
{
    private readonly IChannel _channel;
    private readonly Channel<ControlMessage> _messages = Channel.CreateUnbounded<ControlMessage>();

    private RabbitMqControl(IChannel channel) => _channel = channel;

    /// <summary>What was signalled since the start. Completes when the channel is lost.</summary>
    public ChannelReader<ControlMessage> Messages => _messages.Reader;

    public static async Task<RabbitMqControl> StartAsync(IChannel channel, RabbitMqTopology topology, ILogger logger, CancellationToken cancel)
    {
        var listener = new RabbitMqControl(channel);
        await topology.DeclareControlAsync(channel, cancel);
        var queue = await channel.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true, cancellationToken: cancel);
        await channel.QueueBindAsync(queue.QueueName, topology.Control, "", cancellationToken: cancel);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            if (Read(delivery.Body.Span) is { } message)
            {
                listener._messages.Writer.TryWrite(message);
            }
            else
            {
                logger.BrokerForeignMessage("no control message");
            }

            return Task.CompletedTask;
        };
        consumer.UnregisteredAsync += (_, _) => listener.LostAsync();
        consumer.ShutdownAsync += (_, _) => listener.LostAsync();
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, "", noLocal: false, exclusive: false, null, consumer, cancel);
        return listener;
    }

    public static Task SendAsync(IChannel channel, RabbitMqTopology topology, ControlMessage message, CancellationToken cancel) =>
        channel.BasicPublishAsync(
            topology.Control, "", mandatory: false, new BasicProperties { ContentType = "application/json", Type = "planet-graph.control" },
            JsonSerializer.SerializeToUtf8Bytes(message, TaskJson.Default.ControlMessage), cancel).AsTask();

    public async ValueTask DisposeAsync() => await RabbitMqClosing.QuietlyAsync(() => _channel.DisposeAsync().AsTask());

    private static ControlMessage? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, TaskJson.Default.ControlMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task LostAsync()
    {
        _messages.Writer.TryComplete();
        return Task.CompletedTask;
    }
}
