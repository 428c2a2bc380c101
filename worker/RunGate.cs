using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Batch.Ledger;

namespace PlanetGraph.Worker;

/// <summary>Lets the worker in when the publisher has opened the run, or opened it again for this attempt.</summary>
internal sealed class RunGate(
    IOptions<RunOptions> run, IOptions<StartupOptions> startup, IOptions<WorkerOptions> worker, ILedger ledger, TimeProvider clock, ILogger<RunGate> log)
{
    /// <summary>Waits for the run.</summary>
    /// <exception cref="LedgerUnavailableException">The publisher did not open it in time.</exception>
    public async Task<RunRecord> WaitAsync(CancellationToken cancellationToken)
    {
        await ledger.MigrateAsync(cancellationToken);
        var start = clock.GetTimestamp();
        var told = false;
        while (true)
        {
            var record = await ledger.FindRunAsync(run.Value.RunId, cancellationToken);
            if (record?.Attempt >= run.Value.Attempt)
            {
                return record;
            }

            if (clock.GetElapsedTime(start) > startup.Value.Deadline)
            {
                throw new LedgerUnavailableException(
                    $"Run {run.Value.RunId} (attempt {run.Value.Attempt}) is not in the ledger after {startup.Value.DeadlineSeconds} s: is its publisher alive?");
            }

            if (!told)
            {
                log.WaitsForRun(run.Value.RunId.Value, run.Value.Attempt);
                told = true;
            }

            await Task.Delay(worker.Value.LookInterval, clock, cancellationToken);
        }
    }
}
