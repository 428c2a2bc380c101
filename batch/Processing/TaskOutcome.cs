namespace PlanetGraph.Batch.Processing;

/// <summary>What to tell the broker about a task's message.</summary>
public enum TaskOutcome
{
    /// <summary>The ledger has it, or needs nothing: ack.</summary>
    Settled,

    /// <summary>The attempt failed and another may do better: reject.</summary>
    Failed,

    /// <summary>Not the task's fault: return.</summary>
    HandedBack,
}
