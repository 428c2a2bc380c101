using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Broker;

/// <summary>The broker of the standalone program: queues in this process.</summary>
public sealed class MemoryBroker : IBroker
{
    private readonly ConcurrentDictionary<string, RunQueue> queues = new(StringComparer.Ordinal);

    public Task DeclareAsync(RunId run, CancellationToken cancel)
    {
        queues.GetOrAdd(run.Value, _ => new RunQueue());
        return Task.CompletedTask;
    }

    public Task PublishAsync(RunId run, IReadOnlyCollection<TaskMessage> messages, CancellationToken cancel)
    {
        var queue = Queue(run);
        foreach (var message in messages)
            queue.Waiting.Writer.TryWrite(message);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<TaskDelivery> ConsumeAsync(RunId run, int prefetch, [EnumeratorCancellation] CancellationToken cancel)
    {
        var queue = Queue(run);
        using var unsettled = new SemaphoreSlim(prefetch);
        Interlocked.Increment(ref queue.Consumers);
        try
        {
            while (await NextAsync(queue, unsettled, cancel) is { } message)
            {
                Interlocked.Increment(ref queue.Unsettled);
                yield return new Delivery(queue, unsettled, message);
            }
        }
        finally
        {
            Interlocked.Decrement(ref queue.Consumers);
        }
    }

    public Task SignalAsync(RunId run, ControlMessage message, CancellationToken cancel)
    {
        var queue = Queue(run);
        lock (queue.Listeners)
        {
            foreach (var listener in queue.Listeners)
                listener.Writer.TryWrite(message);
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<ControlMessage> ListenAsync(RunId run, CancellationToken cancel)
    {
        var queue = Queue(run);
        var listener = Channel.CreateUnbounded<ControlMessage>();
        lock (queue.Listeners)
            queue.Listeners.Add(listener);
        return ListenAsync(queue, listener, cancel);
    }

    public Task<QueueDepth?> DepthAsync(RunId run, CancellationToken cancel) => Task.FromResult(
        queues.TryGetValue(run.Value, out var queue) ? new QueueDepth(queue.Waiting.Reader.Count, queue.Unsettled, queue.Consumers) : null);

    public Task DeleteAsync(RunId run, CancellationToken cancel)
    {
        if (queues.TryRemove(run.Value, out var queue))
        {
            while (queue.Waiting.Reader.TryRead(out _))
            {
            }
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async IAsyncEnumerable<ControlMessage> ListenAsync(RunQueue queue, Channel<ControlMessage> listener, [EnumeratorCancellation] CancellationToken cancel)
    {
        try
        {
            while (await CanReadAsync(listener.Reader, cancel))
            {
                while (listener.Reader.TryRead(out var message))
                    yield return message;
            }
        }
        finally
        {
            lock (queue.Listeners)
                queue.Listeners.Remove(listener);
        }
    }

    private static async Task<TaskMessage?> NextAsync(RunQueue queue, SemaphoreSlim unsettled, CancellationToken cancel)
    {
        try
        {
            await unsettled.WaitAsync(cancel);
            return await queue.Waiting.Reader.ReadAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<bool> CanReadAsync<T>(ChannelReader<T> reader, CancellationToken cancel)
    {
        try
        {
            return await reader.WaitToReadAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private RunQueue Queue(RunId run) => queues.TryGetValue(run.Value, out var queue)
        ? queue
        : throw new InvalidOperationException($"nothing is declared for run {run}: call {nameof(DeclareAsync)} first");

    private sealed class RunQueue
    {
        public readonly Channel<TaskMessage> Waiting = Channel.CreateUnbounded<TaskMessage>();
        public readonly List<Channel<ControlMessage>> Listeners = [];
        public int Consumers;
        public long Unsettled;
    }

    private sealed class Delivery(RunQueue queue, SemaphoreSlim unsettled, TaskMessage message) : TaskDelivery(message)
    {
        private int settled;

        public override Task AckAsync(CancellationToken cancel) => Settle(again: false);

        public override Task RejectAsync(CancellationToken cancel) => Settle(again: true);

        public override Task ReturnAsync(CancellationToken cancel) => Settle(again: true);

        private Task Settle(bool again)
        {
            if (Interlocked.Exchange(ref settled, 1) == 1)
                return Task.CompletedTask;
            Interlocked.Decrement(ref queue.Unsettled);
            if (again)
                queue.Waiting.Writer.TryWrite(Message);
            try
            {
                unsettled.Release();
            }
            catch (ObjectDisposedException)
            {
                // The consumer has gone; nobody waits for its next delivery.
            }

            return Task.CompletedTask;
        }
    }
}
