using System.Diagnostics.Metrics;

namespace PlanetGraph.Publisher.Progress;

/// <summary>The run's progress as gauges; each reads the monitor's newest look.</summary>
internal sealed class PublisherMetrics
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "PlanetGraph.Publisher";

    public PublisherMetrics(IMeterFactory factory, ProgressMonitor monitor)
    {
        var meter = factory.Create(Meter);
        meter.CreateObservableGauge("planet_graph_files", () => States(monitor, view => [("pending", view.Files.Pending), ("done", view.Files.Done), ("failed", view.Files.Failed), ("skipped", view.Files.Skipped)]), description: "Files of the run by state");
        meter.CreateObservableGauge("planet_graph_tasks", () => States(monitor, view => [("waiting", view.Tasks.Waiting), ("running", view.Tasks.Running), ("done", view.Tasks.Done), ("failed", view.Tasks.Failed)]), description: "Tasks of the run by state");
        Gauge(meter, monitor, "planet_graph_run_rows", view => view.Rows, "Rows of committed chunks");
        Gauge(meter, monitor, "planet_graph_run_error_rows", view => view.Errors, "Rows that could not be standardized");
        Gauge(meter, monitor, "planet_graph_run_retries", view => view.Retries, "Attempts after the first");
        Gauge(meter, monitor, "planet_graph_run_bytes", view => view.BytesTotal, "Input bytes of the run");
        Gauge(meter, monitor, "planet_graph_run_bytes_done", view => view.BytesDone, "Input bytes of committed chunks");
        Gauge(meter, monitor, "planet_graph_queue_depth", view => view.QueueDepth ?? 0, "Tasks that wait in the broker");
        Gauge(meter, monitor, "planet_graph_workers", view => view.Workers.Count, "Workers that hold a lease");
    }

    private static void Gauge(Meter meter, ProgressMonitor monitor, string name, Func<RunView, long> read, string description) =>
        meter.CreateObservableGauge(name, () => monitor.Latest is { } view ? [new Measurement<long>(read(view))] : Array.Empty<Measurement<long>>(), description: description);

    private static IEnumerable<Measurement<long>> States(ProgressMonitor monitor, Func<RunView, (string State, long Count)[]> read) =>
        monitor.Latest is not { } view ? [] : read(view).Select(one => new Measurement<long>(one.Count, new KeyValuePair<string, object?>("state", one.State)));
}
