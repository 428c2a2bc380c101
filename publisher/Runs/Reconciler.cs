using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Publisher.Runs;

/// <summary>Compares ledger and broker, and publishes again what neither runs nor waits in the queue.</summary>
internal sealed class Reconciler(ILedger ledger, IBroker broker, TaskFeed feed, ILogger<Reconciler> log)
{
    private int _emptyLooks;

    public async Task ReconcileAsync(RunId run, RunProgress progress, CancellationToken cancellationToken)
    {
        var lapsed = await ledger.ReopenLapsedAsync(run, cancellationToken);
        if (lapsed > 0)
        {
            log.TasksLapsed(lapsed);
        }

        if (progress.TasksWaiting > progress.TasksUnpublished && await IsQueueLostAsync(run, cancellationToken))
        {
            var lost = await ledger.ReopenPublishedAsync(run, cancellationToken);
            log.TasksLost(lost);
        }

        var published = await feed.PublishWaitingAsync(run, cancellationToken);
        if (published > 0)
        {
            log.TasksPublishedAgain(published);
        }
    }

    // A task between the queue and its claim is in neither for a moment, so an empty queue counts only when it is seen twice.
    private async Task<bool> IsQueueLostAsync(RunId run, CancellationToken cancellationToken)
    {
        if (await broker.DepthAsync(run, cancellationToken) is not { } depth)
        {
            await broker.DeclareAsync(run, cancellationToken);
            _emptyLooks = 0;
            return true;
        }

        _emptyLooks = depth.Ready == 0 && depth.Unsettled is null or 0 ? _emptyLooks + 1 : 0;
        if (_emptyLooks < 2)
        {
            return false;
        }

        _emptyLooks = 0;
        return true;
    }
}
