using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Publisher.Runs;

namespace PlanetGraph.Publisher.Progress;

/// <summary>Looks at the run every <see cref="PublisherOptions.ProgressInterval"/>, once for all who watch: page, metrics, terminal.</summary>
internal sealed class ProgressMonitor(
    ILedger ledger, IBroker broker, ErrorCounts counts, ErrorSamples samples, RunStatus status, IOptions<PublisherOptions> options, TimeProvider clock, ILogger<ProgressMonitor> log)
    : BackgroundService
{
    private readonly SpeedHistory _speed = new(clock);
    private readonly long _start = clock.GetTimestamp();
    private long? _bytesAtStart;
    private bool _sawEnd;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The newest look; null before the run was opened.</summary>
    public RunView? Latest { get; private set; }

    /// <summary>Every look from now on, beginning with the newest, until the caller stops.</summary>
    public async IAsyncEnumerable<RunView> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = _next.Task;
            if (Latest is { } view)
            {
                yield return view;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Looks now, beside the regular looks.</summary>
    public async Task<RunView?> LookAsync(CancellationToken cancellationToken)
    {
        if (status.Record is not { } record)
        {
            return null;
        }

        var progress = await ledger.ProgressAsync(record.Id, cancellationToken);
        var depth = record.State == RunState.Open ? await broker.DepthAsync(record.Id, cancellationToken) : null;
        var workers = record.State == RunState.Open ? await ledger.WorkersAsync(record.Id, cancellationToken) : [];
        await counts.RefreshAsync(record.Id, progress, cancellationToken);
        await samples.RefreshAsync(record.Id, progress, cancellationToken);
        _bytesAtStart ??= progress.BytesDone;
        if (!_sawEnd)
        {
            // The line ends where the run does, and so does the average.
            _speed.Note(progress.Rows);
            _sawEnd = record.Ended is not null;
        }

        Latest = View(record, progress, depth, workers);
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return Latest;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ProgressInterval, clock);
        try
        {
            do
            {
                try
                {
                    await LookAsync(stoppingToken);
                }
                catch (Exception e) when (e is LedgerUnavailableException or BrokerUnavailableException)
                {
                    log.ProgressFailed(e.Message);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private RunView View(RunRecord record, RunProgress progress, QueueDepth? depth, IReadOnlyList<WorkerRecord> workers)
    {
        var now = clock.GetUtcNow();
        var tasks = progress.TasksWaiting + progress.TasksRunning;
        var left = progress.Bytes - progress.BytesDone;
        return new RunView(
            record.Id.Value,
            record.Settings.InputPath,
            StateOf(record, progress),
            record.Started,
            record.Ended,
            ((record.Ended ?? now) - record.Started).TotalSeconds,
            new FileCounts(progress.Files, progress.FilesPending, progress.FilesDone, progress.FilesFailed, progress.FilesSkipped),
            new TaskCounts(tasks + progress.TasksDone + progress.TasksFailed, progress.TasksWaiting, progress.TasksRunning, progress.TasksDone, progress.TasksFailed),
            progress.Rows,
            progress.Errors,
            progress.Retries,
            progress.Bytes,
            progress.BytesDone,
            tasks == 0 ? 0 : left * progress.TasksRunning / tasks,
            record.State is RunState.Failed or RunState.Cancelled ? left : 0,
            _speed.Recent,
            _speed.Average,
            SecondsLeft(progress),
            depth?.Ready,
            [.. workers.Select(worker => new WorkerView(worker.Name, worker.Tasks, Math.Max(0, (now - worker.Seen).TotalSeconds)))],
            _speed.Line(),
            counts.Reasons,
            counts.Failures,
            samples.Latest);
    }

    private double? SecondsLeft(RunProgress progress)
    {
        var done = progress.BytesDone - _bytesAtStart!.Value;
        var seconds = clock.GetElapsedTime(_start).TotalSeconds;
        return progress.IsListed && done > 0 ? (progress.Bytes - progress.BytesDone) / (done / seconds) : null;
    }

    private static string StateOf(RunRecord record, RunProgress progress) => record.State switch
    {
        RunState.Complete => "complete",
        RunState.Failed => "failed",
        RunState.Cancelled => "cancelled",
        _ when progress.IsSettled => "finishing",
        _ when progress.TasksRunning + progress.TasksDone > 0 => "running",
        _ when !progress.IsListed => "listing",
        _ => "publishing",
    };
}
