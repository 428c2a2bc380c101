using Microsoft.Extensions.Options;
using PlanetGraph.Batch;
using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Batch.Ledger;

namespace PlanetGraph.Worker;

/// <summary>The worker's whole work: waits for the run, works on its tasks until it has ended, and knows the exit code.</summary>
internal sealed class TaskWorker(
    RunGate gate, RunWatch watch, TaskConsumer consumer, IBroker broker, IOptions<WorkerOptions> options, TimeProvider clock, ILogger<TaskWorker> log)
{
    /// <summary>Works until the run has ended or <paramref name="stop"/>.</summary>
    /// <returns>The exit code: 0 only when the whole run is complete, 143 after <paramref name="stop"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var record = await gate.WaitAsync(stop);
        if (record.State != RunState.Open)
        {
            log.RunHadEnded(record.Id.Value, record.State);
            return RunExit.CodeOf(record.State, record.Reason);
        }

        await broker.DeclareAsync(record.Id, stop);
        log.Works(record.Id.Value, options.Value.Concurrency);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var grace = stop.Register(() => abort.CancelAfter(options.Value.Grace));
        var ending = watch.EndAsync(record, over.Token);
        var consuming = consumer.ConsumeAsync(record, over.Token, abort.Token);
        try
        {
            await Task.WhenAny(ending, consuming);
            if (ending.IsCompletedSuccessfully)
            {
                // The run is settled: what other workers still hold here is nothing that counts.
                await abort.CancelAsync();
            }
        }
        finally
        {
            await over.CancelAsync();
        }

        await consuming;
        if (stop.IsCancellationRequested)
        {
            log.Terminated(record.Id.Value);
            return ExitCode.Terminated;
        }

        return await ending;
    }
}
