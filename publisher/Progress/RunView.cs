using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Publisher.Progress;

/// <summary>What the progress page, <c>/api/run</c> and the terminal show of a run, at one moment.</summary>
/// <param name="Run">The run id.</param>
/// <param name="Input">The input as the user named it.</param>
/// <param name="State">listing, publishing, running, finishing, complete, failed or cancelled.</param>
/// <param name="ElapsedSeconds">From the run's start, or from when it was opened again, to now or to its end.</param>
/// <param name="Rows">Rows of all chunks that have their part.</param>
/// <param name="Retries">Attempts after the first, all tasks together.</param>
/// <param name="BytesRunning">An estimate: input bytes of the tasks that workers hold.</param>
/// <param name="BytesFailed">Input bytes that an ended run left undone.</param>
/// <param name="RowsPerSecond">Over the last ten seconds.</param>
/// <param name="AverageRowsPerSecond">Over the time this publisher has seen.</param>
/// <param name="SecondsLeft">By bytes at the recent speed; null while it cannot be told.</param>
/// <param name="QueueDepth">Tasks that wait in the broker; null when the broker does not tell.</param>
/// <param name="Reasons">All of <paramref name="Errors"/> by their reasons.</param>
/// <param name="Failures">The most frequent reasons of failed files.</param>
/// <param name="LatestErrors">A sample: failed files, and the first error rows of finished ones.</param>
internal sealed record RunView(
    string Run,
    string Input,
    string State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    double ElapsedSeconds,
    FileCounts Files,
    TaskCounts Tasks,
    long Rows,
    long Errors,
    long Retries,
    long BytesTotal,
    long BytesDone,
    long BytesRunning,
    long BytesFailed,
    double RowsPerSecond,
    double AverageRowsPerSecond,
    double? SecondsLeft,
    long? QueueDepth,
    IReadOnlyList<WorkerView> Workers,
    IReadOnlyList<SpeedPoint> Speed,
    IReadOnlyList<ReasonCount> Reasons,
    IReadOnlyList<FailureCount> Failures,
    IReadOnlyList<ErrorView> LatestErrors);
