using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Planning;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Publisher.Runs;

/// <summary>
/// Brings tasks from the ledger to the broker. A task is noted as published only after the broker confirmed it: killed in
/// between, it is published twice, and the ledger's claims make that harmless.
/// </summary>
internal sealed class TaskFeed(ILedger ledger, IBroker broker, RunPlanner planner, IOptions<PublisherOptions> options, ILogger<TaskFeed> log)
{
    private const int BatchSize = 500;

    /// <summary>Lists this publisher's share of the input and publishes each file's tasks as soon as they are registered.</summary>
    public async Task ListAsync(RunId run, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var tasks in planner.PlanAsync(run, options.Value.Shard, options.Value.Replicas, cancellationToken))
        {
            await PublishAsync(run, tasks, cancellationToken);
            count += tasks.Count;
        }

        log.Listed(options.Value.Shard, options.Value.Replicas, count);
    }

    /// <summary>Publishes every task that waits and that no publish was noted for.</summary>
    /// <returns>How many.</returns>
    public async Task<long> PublishWaitingAsync(RunId run, CancellationToken cancellationToken)
    {
        var count = 0L;
        while (await ledger.UnpublishedTasksAsync(run, BatchSize, cancellationToken) is { Count: > 0 } tasks)
        {
            await PublishAsync(run, tasks, cancellationToken);
            count += tasks.Count;
        }

        return count;
    }

    private async Task PublishAsync(RunId run, IReadOnlyList<TaskMessage> tasks, CancellationToken cancellationToken)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        await broker.PublishAsync(run, tasks, cancellationToken);
        await ledger.MarkPublishedAsync(run, [.. tasks.Select(task => task.Task)], cancellationToken);
    }
}
