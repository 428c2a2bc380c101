using System.Diagnostics.Metrics;

namespace PlanetGraph.Service.Telemetry;

/// <summary>The service's own instruments; /metrics shows them as planetgraph_….</summary>
public sealed class ServiceMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "PlanetGraph.Service";

    private readonly Counter<long> requests;
    private readonly Counter<long> addresses;
    private readonly Counter<long> refused;
    private readonly UpDownCounter<long> inFlight;
    private readonly Histogram<double> seconds;

    /// <summary>Creates the instruments.</summary>
    public ServiceMetrics(IMeterFactory factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        var meter = factory.Create(MeterName);
        requests = meter.CreateCounter<long>("planetgraph.requests", description: "Standardize requests answered, by status code.");
        addresses = meter.CreateCounter<long>("planetgraph.addresses", description: "Addresses standardized.");
        refused = meter.CreateCounter<long>("planetgraph.requests.refused", description: "Requests refused with 503 because the house was full.");
        inFlight = meter.CreateUpDownCounter<long>("planetgraph.requests.in_flight", description: "Requests in the house now.");
        seconds = meter.CreateHistogram(
            "planetgraph.request.duration", "s", "Seconds from a request's admission to its answer.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });
    }

    /// <summary>Shows the counters with their zero, so that a rate over them has a beginning.</summary>
    public void Begin()
    {
        addresses.Add(0);
        refused.Add(0);
        inFlight.Add(0);
    }

    /// <summary>A request came into the house.</summary>
    public void Entered() => inFlight.Add(1);

    /// <summary>A request left the house.</summary>
    public void Left(int status, int count, TimeSpan elapsed)
    {
        inFlight.Add(-1);
        requests.Add(1, new KeyValuePair<string, object?>("code", status));
        addresses.Add(count);
        seconds.Record(elapsed.TotalSeconds);
    }

    /// <summary>A request found the house full.</summary>
    public void Refused() => refused.Add(1);
}
