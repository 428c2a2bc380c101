using System.Diagnostics.Metrics;
using PlanetGraph.Service.Telemetry;

namespace PlanetGraph.Service.Dictionary;

/// <summary>The dictionary's instruments; /metrics shows them as planetgraph_dictionary_….</summary>
internal sealed class DictionaryMetrics
{
    /// <summary>Creates the instruments, which ask <paramref name="reload"/> when they are read.</summary>
    public DictionaryMetrics(IMeterFactory factory, DictionaryReload reload)
    {
        var meter = factory.Create(ServiceMetrics.MeterName);
        meter.CreateObservableGauge("planetgraph.dictionary.entries", () => CustomerEntryKinds.Named.Select(named =>
            new Measurement<long>(reload.State.Entries.GetValueOrDefault(named.Kind), new KeyValuePair<string, object?>("kind", named.Name))),
            description: "Rows of the customer's dictionary in use, by kind.");
        meter.CreateObservableGauge("planetgraph.dictionary.rejected", () => reload.State.Rejected.Count,
            description: "Rows of the customer's dictionary that were left out; the log names each.");
        meter.CreateObservableGauge("planetgraph.dictionary.loaded", () => reload.State.LoadedAt?.ToUnixTimeSeconds() ?? 0, "s",
            "When the dictionary in use was put in use, in seconds since 1970; 0: none.");
        meter.CreateObservableCounter("planetgraph.dictionary.failures", () => reload.Failures,
            description: "Readings of the customer's dictionary that failed; the one before stayed in use.");
    }
}
