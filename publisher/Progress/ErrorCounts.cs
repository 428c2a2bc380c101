using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Publisher.Progress;

/// <summary>How many rows and files failed, by reason, as the ledger sums them up. Asked again only when there is something new.</summary>
internal sealed class ErrorCounts(ILedger ledger)
{
    private const int FailuresShown = 8;
    private (long Failed, long Errors) _last;

    /// <summary>All error rows by their reasons, the most frequent first.</summary>
    public IReadOnlyList<ReasonCount> Reasons { get; private set; } = [];

    /// <summary>Why files failed, the most frequent reasons first.</summary>
    public IReadOnlyList<FailureCount> Failures { get; private set; } = [];

    public async Task RefreshAsync(RunId run, RunProgress progress, CancellationToken cancellationToken)
    {
        var now = (progress.FilesFailed, progress.Errors);
        if (now == _last)
        {
            return;
        }

        Reasons = progress.Errors > 0 ? await ledger.ErrorReasonsAsync(run, null, cancellationToken) : [];
        Failures = progress.FilesFailed > 0 ? await ledger.FailuresAsync(run, FailuresShown, cancellationToken) : [];
        _last = now;
    }
}
