using System.Diagnostics.Metrics;
using PlanetGraph.Batch.Processing;

namespace PlanetGraph.Worker;

/// <summary>What this worker does, for <c>/metrics</c>; rows, calls and their latency are counted where they happen, in batch.</summary>
internal sealed class WorkerMetrics
{
    private readonly UpDownCounter<int> _inHand;
    private readonly Counter<long> _settled;

    public WorkerMetrics(IMeterFactory factory)
    {
        var meter = factory.Create("PlanetGraph.Worker");
        _inHand = meter.CreateUpDownCounter<int>("planet_graph_worker_tasks_in_hand", description: "Tasks this worker works on now");
        _settled = meter.CreateCounter<long>("planet_graph_worker_tasks", description: "Deliveries by what came of them");
    }

    /// <summary>Counts a task as in hand until the result is disposed.</summary>
    public IDisposable InHand()
    {
        _inHand.Add(1);
        return new Release(_inHand);
    }

    public void Settled(TaskOutcome outcome) =>
        _settled.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString().ToLowerInvariant()));

    private sealed class Release(UpDownCounter<int> counter) : IDisposable
    {
        public void Dispose() => counter.Add(-1);
    }
}
