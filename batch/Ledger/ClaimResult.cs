namespace PlanetGraph.Batch.Ledger;

/// <param name="Outcome">Whether the worker may begin.</param>
/// <param name="Claim">The claim, when it may.</param>
public sealed record ClaimResult(ClaimOutcome Outcome, TaskClaim? Claim = null);

public enum ClaimOutcome
{
    /// <summary>Begin.</summary>
    Claimed,

    /// <summary>Nothing to do: the task is done or failed, or the run has ended. Ack the message.</summary>
    Settled,

    /// <summary>Another worker has it. Ack the message: should that worker die, the task is published again when its lease has passed.</summary>
    Held,

    /// <summary>The ledger knows no such task: a message of another time. Ack it.</summary>
    Unknown,
}
