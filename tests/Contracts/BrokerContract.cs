using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Contracts;

/// <summary>What every broker promises. Runs in memory in Batch.Tests, on RabbitMQ in Integration.Tests.</summary>
public abstract class BrokerContract : IAsyncLifetime
{
    private readonly RunId run = RunId.Parse("t" + Guid.NewGuid().ToString("N")[..12]);
    private IBroker broker = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<IBroker> CreateAsync();

    public async ValueTask InitializeAsync()
    {
        broker = await CreateAsync();
        await broker.DeclareAsync(run, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await broker.DeleteAsync(run, CancellationToken.None);
        await broker.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Declare_Again_KeepsWhatIsQueued()
    {
        await PublishAsync(1);
        await broker.DeclareAsync(run, Cancel);
        Assert.Equal([1L], await TakeAsync(1, delivery => delivery.AckAsync(Cancel)));
    }

    [Fact]
    public async Task Publish_ManyTasks_EachArrivesWithItsPaths()
    {
        await PublishAsync(1, 2, 3, 4, 5);
        var messages = new List<TaskMessage>();
        await TakeAsync(5, delivery =>
        {
            messages.Add(delivery.Message);
            return delivery.AckAsync(Cancel);
        });
        Assert.Equal([1L, 2, 3, 4, 5], messages.Select(message => message.Task).Order());
        Assert.All(messages, message => Assert.Equal(new TaskChunk("省 市/文件.txt", 0, 10), Assert.Single(message.Chunks)));
    }

    [Fact]
    public async Task Ack_Delivery_IsGone()
    {
        await PublishAsync(1);
        await TakeAsync(1, delivery => delivery.AckAsync(Cancel));
        await PublishAsync(2);
        Assert.Equal([2L], await TakeAsync(1, delivery => delivery.AckAsync(Cancel)));
    }

    [Fact]
    public async Task Reject_Delivery_ComesAgain()
    {
        await PublishAsync(1);
        await TakeAsync(1, delivery => delivery.RejectAsync(Cancel));
        Assert.Equal([1L], await TakeAsync(1, delivery => delivery.AckAsync(Cancel)));
    }

    [Fact]
    public async Task Return_Delivery_ComesAgain()
    {
        await PublishAsync(1);
        await TakeAsync(1, delivery => delivery.ReturnAsync(Cancel));
        Assert.Equal([1L], await TakeAsync(1, delivery => delivery.AckAsync(Cancel)));
    }

    [Fact]
    public async Task Consume_Prefetch_HoldsBackUntilOneIsSettled()
    {
        await PublishAsync(1, 2, 3);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var deliveries = broker.ConsumeAsync(run, 2, stop.Token).GetAsyncEnumerator(Cancel);
        Assert.True(await deliveries.MoveNextAsync());
        var first = deliveries.Current;
        Assert.True(await deliveries.MoveNextAsync());
        var second = deliveries.Current;
        var third = deliveries.MoveNextAsync();
        Assert.False(third.IsCompleted);
        await first.AckAsync(Cancel);
        Assert.True(await third.AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancel));
        await deliveries.Current.AckAsync(Cancel);
        await second.AckAsync(Cancel);
        await stop.CancelAsync();
        Assert.False(await deliveries.MoveNextAsync());
    }

    [Fact]
    public async Task Consume_TwoWorkers_ShareTheTasks()
    {
        var tasks = Enumerable.Range(1, 40).Select(task => (long)task).ToArray();
        await PublishAsync(tasks);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var seen = new System.Collections.Concurrent.ConcurrentBag<long>();
        async Task WorkAsync()
        {
            await foreach (var delivery in broker.ConsumeAsync(run, 2, stop.Token))
            {
                seen.Add(delivery.Message.Task);
                await delivery.AckAsync(Cancel);
                if (seen.Count == tasks.Length)
                    await stop.CancelAsync();
            }
        }

        await Task.WhenAll(WorkAsync(), WorkAsync()).WaitAsync(TimeSpan.FromSeconds(60), Cancel);
        Assert.Equal(tasks, seen.Order());
    }

    [Fact]
    public async Task Consume_Cancelled_LeavesTheRestForOthers()
    {
        await PublishAsync(1, 2, 3);
        Assert.Single(await TakeAsync(1, delivery => delivery.AckAsync(Cancel), prefetch: 3));
        Assert.Equal(2, (await TakeAsync(2, delivery => delivery.AckAsync(Cancel))).Count);
    }

    [Fact]
    public async Task Depth_QueuedTasks_AreCounted()
    {
        await PublishAsync(1, 2, 3);
        await TakeAsync(1, delivery => delivery.AckAsync(Cancel));
        await Eventually.HoldsAsync(async () => (await broker.DepthAsync(run, Cancel))?.Ready == 2, "two tasks are queued", cancel: Cancel);
    }

    [Fact]
    public async Task Delete_Run_LeavesNoQueue()
    {
        await broker.DeleteAsync(run, Cancel);
        await broker.DeleteAsync(run, Cancel);
        Assert.Null(await broker.DepthAsync(run, Cancel));
    }

    [Fact]
    public async Task Signal_Listeners_AllHearIt()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var listeners = Enumerable.Range(0, 2).Select(async _ =>
        {
            await foreach (var message in broker.ListenAsync(run, stop.Token))
                return message;
            return null;
        }).ToArray();
        var heard = Task.WhenAll(listeners);
        // A listener that is not bound yet hears nothing, so the signal goes out until both have heard one.
        await Eventually.HoldsAsync(
            async () =>
            {
                await broker.SignalAsync(run, new ControlMessage(ControlKind.RunCancelled, "用户"), Cancel);
                return heard.IsCompleted;
            },
            "both have heard", cancel: Cancel);
        Assert.All(await heard, message => Assert.Equal(new ControlMessage(ControlKind.RunCancelled, "用户"), message));
    }

    private Task PublishAsync(params long[] tasks) => broker.PublishAsync(
        run, [.. tasks.Select(task => new TaskMessage(run.Value, task, [new TaskChunk("省 市/文件.txt", 0, 10)]))], Cancel);

    private async Task<IReadOnlyList<long>> TakeAsync(int count, Func<TaskDelivery, Task> settle, int prefetch = 1)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        stop.CancelAfter(TimeSpan.FromSeconds(60));
        var taken = new List<long>();
        await foreach (var delivery in broker.ConsumeAsync(run, prefetch, stop.Token))
        {
            taken.Add(delivery.Message.Task);
            await settle(delivery);
            if (taken.Count == count)
                break;
        }

        return taken;
    }
}
