using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Assembly;
using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Publisher.Cluster;

namespace PlanetGraph.Publisher.Runs;

/// <summary>
/// Ends the run: manifest, the ledger's last word, the workers' signal, and in a cluster who owns what is left. Every step
/// changes nothing the second time, so a publisher that was killed in the middle does them all again.
/// </summary>
internal sealed class RunEnding(
    ILedger ledger,
    IBroker broker,
    RunEnd end,
    IRunCluster cluster,
    IOptions<CleanupOptions> cleanup,
    RunStatus status,
    TimeProvider clock,
    ILogger<RunEnding> log)
{
    /// <summary>Everything is settled: writes the manifest and ends the run by what came of its files.</summary>
    public async Task<RunRecord> FinishAsync(RunId run, CancellationToken cancellationToken)
    {
        await end.FinishAsync(run, cancellationToken);
        return await TellAsync(run, cancellationToken);
    }

    /// <summary>The deadline passed: nothing more is begun, what is done stays done.</summary>
    public async Task<RunRecord> StopAtDeadlineAsync(RunId run, CancellationToken cancellationToken)
    {
        await end.CancelAsync(run, RunReason.Deadline, cancellationToken);
        return await TellAsync(run, cancellationToken);
    }

    /// <summary>Tells the workers and the cluster how the run ended.</summary>
    public async Task<RunRecord> TellAsync(RunId run, CancellationToken cancellationToken)
    {
        var record = (await ledger.FindRunAsync(run, cancellationToken))!;
        status.Record = record;
        var kind = record.State == RunState.Cancelled ? ControlKind.RunCancelled : ControlKind.RunEnded;
        await broker.SignalAsync(run, new ControlMessage(kind, record.Reason), cancellationToken);
        var progress = await ledger.ProgressAsync(run, cancellationToken);
        log.RunEnded(run.Value, record.State, progress.FilesDone, progress.FilesFailed, progress.Rows, progress.Errors);
        await cluster.OwnAsync(cancellationToken);
        if (record.State != RunState.Complete)
        {
            await cluster.FailJobAsync(cancellationToken);
        }

        await cluster.RecordAsync(new ClusterRecord(StateName(record), progress.Files, progress.Rows, progress.Errors, record.Ended), cancellationToken);
        return record;
    }

    /// <summary>On clusters that ignore the Job's time to live: waits as long as that and deletes the Job.</summary>
    public async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        if (cleanup.Value.Mode == CleanupMode.Publisher)
        {
            await Task.Delay(TimeSpan.FromSeconds(cleanup.Value.TtlSeconds), clock, cancellationToken);
            await cluster.DeleteJobAsync(cancellationToken);
        }
    }

    private static string StateName(RunRecord record) => record.State switch
    {
        RunState.Complete => "complete",
        RunState.Failed => "failed",
        RunState.Cancelled when record.Reason == RunReason.Deadline => "deadline",
        _ => "cancelled",
    };
}
