using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Assembly;
using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Worker;

/// <summary>
/// Hears that the run has ended: from the control message at once, from the ledger a moment later when the message was lost.
/// The ledger alone is believed; the message only says when to look.
/// </summary>
internal sealed class RunWatch(
    IOptions<RunOptions> run, IOptions<WorkerOptions> worker, ILedger ledger, IBroker broker, FileAssembler assembler, TimeProvider clock)
{
    /// <summary>Returns when the run is no longer open, or its deadline has passed.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(RunRecord record, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var heard = new SemaphoreSlim(0);
        var listening = ListenAsync(record.Id, heard, over.Token);
        var fault = Faulted(listening);
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await ledger.FindRunAsync(record.Id, cancellationToken) is { State: not RunState.Open } ended)
                {
                    return RunExit.CodeOf(ended.State, ended.Reason);
                }

                if (run.Value.DeadlineSeconds > 0 && clock.GetUtcNow() - record.Started > TimeSpan.FromSeconds(run.Value.DeadlineSeconds))
                {
                    return Batch.ExitCode.DeadlinePassed;
                }

                await assembler.SweepAsync(record, worker.Value.Name, cancellationToken);
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(over.Token);
                await Task.WhenAny(heard.WaitAsync(pause.Token), Task.Delay(worker.Value.LookInterval, clock, pause.Token), fault);
                await pause.CancelAsync();
                if (listening.IsFaulted)
                {
                    await listening;
                }
            }
        }
        finally
        {
            await over.CancelAsync();
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(RunId id, SemaphoreSlim heard, CancellationToken cancellationToken)
    {
        await foreach (var _ in broker.ListenAsync(id, cancellationToken))
        {
            heard.Release();
        }
    }

    private static Task Faulted(Task task) =>
        task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
