using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Assembly;
using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Publisher.Cluster;

namespace PlanetGraph.Publisher.Runs;

/// <summary>
/// The publisher's whole work, from the first look at the input to the run's end. It may be killed at any point: started again
/// it finds in the ledger what is done and goes on; started after the end it publishes nothing.
/// </summary>
internal sealed class RunPublisher(
    IOptions<RunOptions> runOptions,
    IOptions<PublisherOptions> publisherOptions,
    ILedger ledger,
    IBroker broker,
    FileAssembler assembler,
    RunOpener opener,
    TaskFeed feed,
    Reconciler reconciler,
    RunEnding ending,
    IRunCluster cluster,
    RunStatus status,
    TimeProvider clock)
{
    private const string Name = "publisher";

    private readonly RunOptions _run = runOptions.Value;
    private readonly PublisherOptions _options = publisherOptions.Value;

    /// <summary>Works until the run has ended, and returns how.</summary>
    public async Task<RunRecord> RunAsync(CancellationToken cancellationToken)
    {
        var record = await opener.OpenAsync(cancellationToken);
        status.Record = record;
        await broker.DeclareAsync(record.Id, cancellationToken);
        if (record.State != RunState.Open)
        {
            return await ending.TellAsync(record.Id, cancellationToken);
        }

        await cluster.RecordAsync(new ClusterRecord("running", 0, 0, 0, null), cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listing = feed.ListAsync(record.Id, ended.Token);
        try
        {
            return await WatchAsync(record, listing, cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await listing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>What is left to do after the end, as the cleanup options say.</summary>
    public Task CleanUpAsync(CancellationToken cancellationToken) => ending.CleanUpAsync(cancellationToken);

    private async Task<RunRecord> WatchAsync(RunRecord record, Task listing, CancellationToken cancellationToken)
    {
        var run = record.Id;
        while (true)
        {
            if (listing.IsFaulted)
            {
                await listing;
            }

            record = (await ledger.FindRunAsync(run, cancellationToken))!;
            status.Record = record;
            if (record.State != RunState.Open)
            {
                return _options.Shard == 0 ? await ending.TellAsync(run, cancellationToken) : record;
            }

            // One publisher of several looks after the run as a whole.
            if (_options.Shard == 0)
            {
                if (_run.DeadlineSeconds > 0 && clock.GetUtcNow() - record.Started > TimeSpan.FromSeconds(_run.DeadlineSeconds))
                {
                    return await ending.StopAtDeadlineAsync(run, cancellationToken);
                }

                var progress = await ledger.ProgressAsync(run, cancellationToken);
                if (progress.IsSettled && listing.IsCompletedSuccessfully)
                {
                    return await ending.FinishAsync(run, cancellationToken);
                }

                if (listing.IsCompletedSuccessfully)
                {
                    await reconciler.ReconcileAsync(run, progress, cancellationToken);
                }

                await assembler.SweepAsync(record, Name, cancellationToken);
            }

            await PauseAsync(run, listing, cancellationToken);
        }
    }

    // Until it is time to reconcile, or something that must not wait for that has happened: the listing has ended, or the run's last file.
    private async Task PauseAsync(RunId run, Task listing, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pause = Task.Delay(_options.ReconcileInterval, clock, over.Token);
        var first = listing.IsCompleted ? SettledAsync(run, over.Token) : listing;
        await Task.WhenAny(first, pause);
        await over.CancelAsync();
        if (first != listing)
        {
            await first.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SettledAsync(RunId run, CancellationToken cancellationToken)
    {
        do
        {
            await Task.Delay(_options.SettledInterval, clock, cancellationToken);
        }
        while (!await ledger.IsSettledAsync(run, cancellationToken));
    }
}
