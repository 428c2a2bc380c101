using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger;

/// <param name="Id">The run.</param>
/// <param name="Settings">What it was begun with.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was cancelled.</param>
/// <param name="Started">When it was begun.</param>
/// <param name="Ended">When it ended; null while it is open.</param>
/// <param name="Attempt">0, and one more each time it was opened again.</param>
public sealed record RunRecord(RunId Id, RunSettings Settings, RunState State, string? Reason, DateTimeOffset Started, DateTimeOffset? Ended, int Attempt);

public enum RunState
{
    Open,

    /// <summary>Every file is done or skipped.</summary>
    Complete,

    /// <summary>Every file has ended, and at least one failed.</summary>
    Failed,

    /// <summary>Ended by the user, or by its deadline.</summary>
    Cancelled,
}
