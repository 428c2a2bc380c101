using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Processing;

namespace PlanetGraph.Worker;

/// <summary>Takes tasks from the broker, works on as many at a time as the options say, and settles each delivery by what came of it.</summary>
internal sealed class TaskConsumer(IBroker broker, TaskRunner runner, IOptions<WorkerOptions> options, WorkerMetrics metrics, ILogger<TaskConsumer> log)
{
    /// <summary>Works until <paramref name="stop"/>; then begins nothing more, and returns when all that was begun is settled.</summary>
    /// <param name="run">The run.</param>
    /// <param name="stop">Begin nothing more; finish or hand back what runs.</param>
    /// <param name="abort">Hand back at once.</param>
    public async Task ConsumeAsync(RunRecord run, CancellationToken stop, CancellationToken abort)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var inHand = new ConcurrentDictionary<Task, bool>();
        var faults = new ConcurrentQueue<Exception>();
        await foreach (var delivery in broker.ConsumeAsync(run.Id, options.Value.Concurrency, over.Token))
        {
            var work = WorkAsync(delivery);
            inHand.TryAdd(work, true);
            _ = work.ContinueWith(done => inHand.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        await Task.WhenAll(inHand.Keys);
        if (faults.TryDequeue(out var fault))
        {
            throw fault;
        }

        async Task WorkAsync(TaskDelivery delivery)
        {
            // Off the broker's own path: the work may be pure computing.
            await Task.Yield();
            using var _ = metrics.InHand();
            try
            {
                var outcome = over.IsCancellationRequested ? TaskOutcome.HandedBack : await runner.RunAsync(run, delivery.Message.Task, options.Value.Name, abort);
                await SettleAsync(delivery, outcome);
                metrics.Settled(outcome);
            }
            catch (Exception fault)
            {
                // The first fault ends this worker: it takes nothing more, hands back what it has and exits with the fault's code.
                faults.Enqueue(fault);
                log.TaskFaulted(delivery.Message.Task, fault.Message);
                await over.CancelAsync();
                await ReturnAsync(delivery);
            }
        }
    }

    private static Task SettleAsync(TaskDelivery delivery, TaskOutcome outcome) => outcome switch
    {
        TaskOutcome.Settled => delivery.AckAsync(CancellationToken.None),
        TaskOutcome.Failed => delivery.RejectAsync(CancellationToken.None),
        _ => delivery.ReturnAsync(CancellationToken.None),
    };

    private async Task ReturnAsync(TaskDelivery delivery)
    {
        try
        {
            await delivery.ReturnAsync(CancellationToken.None);
        }
        catch (BrokerUnavailableException e)
        {
            log.ReturnFailed(delivery.Message.Task, e.Message);
        }
    }
}
