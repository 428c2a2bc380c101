using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Service.Configuration;

/// <summary>What one request may ask for, and how many are worked on at a time.</summary>
public sealed class RequestOptions
{
    internal const int InFlightForEachCore = 32;

    /// <summary>Most addresses in one request.</summary>
    [Setting("planet-graph.request.max-addresses", "Most addresses in one request; more is answered with 413.")]
    [Range(1, 1_000_000, ErrorMessage = "give 1 to 1000000")]
    public int MaxAddresses { get; init; } = 10_000;

    /// <summary>Most bytes of a request body, after decompression.</summary>
    [Setting("planet-graph.request.max-bytes", "Most bytes of a request body, after decompression; more is answered with 413.")]
    [Range(1024, 268_435_456, ErrorMessage = "give 1024 to 268435456")]
    public int MaxBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Longest address in UTF-16 units.</summary>
    [Setting("planet-graph.request.max-address-length", "Longest address, in characters as Java counts them; a longer one is an error of its own entry.")]
    [Range(1, 100_000, ErrorMessage = "give 1 to 100000")]
    public int MaxAddressLength { get; init; } = 1000;

    /// <summary>Requests that compute at the same time; 0: one for each core.</summary>
    [Setting("planet-graph.request.concurrency", "Requests that compute at the same time.", Default = "`0`: one for each core")]
    [Range(0, 1024, ErrorMessage = "give 0 to 1024")]
    public int Concurrency { get; init; }

    /// <summary>Requests in the house, waiting ones and those still being received included; 0: 32 for each core.</summary>
    [Setting("planet-graph.request.max-in-flight",
        "Requests in the house: being received, waiting, computing. One more is answered with 503 and Retry-After.", Default = "`0`: 32 for each core")]
    [Range(0, 65536, ErrorMessage = "give 0 to 65536")]
    public int MaxInFlight { get; init; }
}
