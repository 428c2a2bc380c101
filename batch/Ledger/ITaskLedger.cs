using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger;

/// <summary>Tasks: publish, claim, finish. A claim is a lease with a fence: who lost the lease cannot finish the task.</summary>
public interface ITaskLedger
{
    /// <summary>Tasks that wait and that no publish was noted for, in order of their numbers, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<TaskMessage>> UnpublishedTasksAsync(RunId run, int limit, CancellationToken cancel);

    /// <summary>The broker confirmed these.</summary>
    Task MarkPublishedAsync(RunId run, IReadOnlyCollection<long> tasks, CancellationToken cancel);

    /// <summary>Tasks whose worker let its lease pass wait again, unpublished.</summary>
    /// <returns>How many.</returns>
    Task<int> ReopenLapsedAsync(RunId run, CancellationToken cancel);

    /// <summary>Every claim is free at once, its attempt not counted. Only for who knows that no worker of the run lives (the standalone
    /// program, which locks its folder).</summary>
    /// <returns>How many tasks.</returns>
    Task<int> ReopenRunningAsync(RunId run, CancellationToken cancel);

    /// <summary>Every task that waits is unpublished again: the broker lost its messages.</summary>
    /// <returns>How many.</returns>
    Task<int> ReopenPublishedAsync(RunId run, CancellationToken cancel);

    /// <summary>Takes the task for the length of a lease. Counts an attempt; a task with none left is failed, with its files.</summary>
    Task<ClaimResult> ClaimAsync(RunId run, long task, string worker, CancellationToken cancel);

    /// <summary>Another full lease from now.</summary>
    /// <returns>False: the claim is lost (taken over, or the run ended); stop working on it.</returns>
    Task<bool> ExtendAsync(TaskClaim claim, CancellationToken cancel);

    /// <summary>The parts are durable: the task is done. One transaction, if the claim still holds.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="parts">A part for every chunk but those whose file failed.</param>
    /// <param name="failures">Files of the task that cannot be done, with the reason for the manifest. Their other chunks are dropped.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>False: the claim is lost and nothing was written; the parts are to be deleted.</returns>
    Task<bool> CompleteAsync(TaskClaim claim, IReadOnlyList<Part> parts, IReadOnlyList<FileFailure> failures, CancellationToken cancel);

    /// <summary>Not the task's fault (shutdown, service away): it waits again and the attempt does not count.</summary>
    Task HandBackAsync(TaskClaim claim, CancellationToken cancel);

    /// <summary>The attempt failed. Parts that were finished before count; the rest waits again, or fails with its files when no attempt is left.</summary>
    /// <returns>True when the task will be tried again.</returns>
    Task<bool> FailAsync(TaskClaim claim, string reason, IReadOnlyList<Part> parts, CancellationToken cancel);
}
