using PlanetGraph.Batch.Ledger;

namespace PlanetGraph.Publisher.Runs;

/// <summary>What this publisher knows of its run, for those who show it.</summary>
internal sealed class RunStatus
{
    private volatile RunRecord? _record;

    /// <summary>The run as last read from the ledger; null before it was opened.</summary>
    public RunRecord? Record
    {
        get => _record;
        set => _record = value;
    }
}
