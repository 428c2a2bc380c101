using System.Diagnostics.Metrics;

namespace PlanetGraph.Batch.Processing;

/// <summary>What this process did, as metrics of the meter <see cref="MeterName"/> and as numbers for a progress bar.</summary>
public sealed class BatchMetrics : IDisposable
{
    public const string MeterName = "PlanetGraph.Batch";

    private readonly Meter meter = new(MeterName);
    private readonly Counter<long> rows;
    private readonly Counter<long> errors;
    private readonly Counter<long> tasks;
    private readonly Counter<long> retries;
    private readonly Histogram<double> latency;
    private long rowCount;
    private long errorCount;

    public BatchMetrics()
    {
        rows = meter.CreateCounter<long>("planet_graph.rows", "{row}", "Rows written to parts, errors among them");
        errors = meter.CreateCounter<long>("planet_graph.rows.errors", "{row}", "Rows written with an error");
        tasks = meter.CreateCounter<long>("planet_graph.tasks", "{task}", "Tasks this process ended, by outcome");
        retries = meter.CreateCounter<long>("planet_graph.service.retries", "{call}", "Calls to the address service that were sent again, by cause");
        latency = meter.CreateHistogram<double>("planet_graph.service.duration", "s", "Time of a call to the address service");
    }

    /// <summary>Rows this process wrote, parts that are not committed yet among them.</summary>
    public long Rows => Interlocked.Read(ref rowCount);

    /// <summary>Those of them with an error.</summary>
    public long Errors => Interlocked.Read(ref errorCount);

    public void Dispose() => meter.Dispose();

    internal void AddRows(int count, int failed)
    {
        Interlocked.Add(ref rowCount, count);
        rows.Add(count);
        if (failed == 0)
            return;
        Interlocked.Add(ref errorCount, failed);
        errors.Add(failed);
    }

    internal void AddTask(TaskOutcome outcome) => tasks.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    internal void AddRetry(string cause) => retries.Add(1, new KeyValuePair<string, object?>("cause", cause));

    internal void AddCall(TimeSpan duration) => latency.Record(duration.TotalSeconds);
}
