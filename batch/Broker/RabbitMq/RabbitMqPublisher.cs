using Microsoft.Extensions.Logging;
using PlanetGraph.Batch.Tasks;
using RabbitMQ.Client;

namespace PlanetGraph.Batch.Broker.RabbitMq;

/// <summary>
/// Publishes with a window of messages in flight, each persistent, mandatory and confirmed within a time of its own. What fails is sent
/// again on a new channel, after the run's topology was declared anew.
/// </summary>
internal sealed class RabbitMqPublisher(
    RabbitMqConnection connection, RabbitMqPatience patience, RabbitMqOptions options, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    // A channel takes one publisher at a time.
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IChannel? _channel;

    public async Task PublishAsync(RabbitMqTopology topology, RunId run, IReadOnlyCollection<TaskMessage> messages, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            var waiting = new Queue<TaskMessage>(messages);
            await patience.UntilDoneAsync(
                $"publish tasks of run {run}",
                async (token, progress) =>
                {
                    try
                    {
                        var channel = await OpenAsync(topology, token);
                        await SendAsync(channel, topology, waiting, progress, token);
                        return true;
                    }
                    catch (Exception failure)
                    {
                        // Closing may hang on a connection that the broker reads no more from, and forgets why.
                        var blocked = connection.Blocked;
                        await CloseAsync();
                        if (blocked is not null && !token.IsCancellationRequested)
                        {
                            throw new RabbitMqBlockedException(blocked, failure);
                        }

                        throw;
                    }
                },
                cancel);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task<IChannel> OpenAsync(RabbitMqTopology topology, CancellationToken cancel)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        await CloseAsync();
        _channel = await connection.OpenChannelAsync(confirms: true, cancel);
        await topology.DeclareAsync(_channel, cancel);
        return _channel;
    }

    /// <summary>Empties the queue as confirms arrive; after a failure it holds what was not confirmed.</summary>
    private async Task SendAsync(
        IChannel channel, RabbitMqTopology topology, Queue<TaskMessage> waiting, Action progress, CancellationToken cancel)
    {
        // Cancelled when the window is left by a failure: a publish of the client library can wait for ever for a confirm.
        using var window = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var inFlight = new Queue<(TaskMessage Message, Task Confirm)>();
        try
        {
            while (waiting.Count > 0 || inFlight.Count > 0)
            {
                while (waiting.Count > 0 && inFlight.Count < options.ConfirmWindow)
                {
                    var message = waiting.Dequeue();
                    inFlight.Enqueue((message, SendAsync(channel, topology, message, window.Token)));
                }

                await inFlight.Peek().Confirm;
                inFlight.Dequeue();
                progress();
            }
        }
        catch
        {
            await window.CancelAsync();
            foreach (var (message, confirm) in inFlight)
            {
                waiting.Enqueue(message);
                Observe(confirm);
            }

            logger.BrokerPublishInterrupted(waiting.Count);
            throw;
        }
    }

    private async Task SendAsync(IChannel channel, RabbitMqTopology topology, TaskMessage message, CancellationToken cancel)
    {
        var properties = new BasicProperties
        {
            Persistent = true,
            ContentType = "application/json",
            MessageId = $"{message.Run}/{message.Task}",
            Type = "planet-graph.task",
        };
        await channel.BasicPublishAsync(topology.Tasks, "", mandatory: true, properties, message.ToJson(), cancel)
            .AsTask().WaitAsync(options.ConfirmTimeout, time, cancel);
    }

    // A failure that nobody waits for any more must not end up as an unobserved exception.
    private static void Observe(Task confirm) =>
        _ = confirm.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private async Task CloseAsync()
    {
        if (_channel is { } channel)
        {
            _channel = null;
            await RabbitMqClosing.QuietlyAsync(() => channel.DisposeAsync().AsTask());
        }
    }
}
