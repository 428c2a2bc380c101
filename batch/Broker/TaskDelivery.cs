using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Broker;

/// <summary>A message that a consumer holds. It is settled once; settling one whose connection is gone does nothing, for the broker
/// has delivered it anew already.</summary>
public abstract class TaskDelivery(TaskMessage message)
{
    public TaskMessage Message { get; } = message;

    /// <summary>The ledger has it: the message may go.</summary>
    public abstract Task AckAsync(CancellationToken cancel);

    /// <summary>The task failed and should come again. Counts towards the broker's delivery limit.</summary>
    public abstract Task RejectAsync(CancellationToken cancel);

    /// <summary>Nothing was wrong with the task: this worker is going. Does not count as a failure where the broker can tell.</summary>
    public abstract Task ReturnAsync(CancellationToken cancel);
}
