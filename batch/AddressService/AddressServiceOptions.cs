using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Batch.AddressService;

/// <summary>How the address service is called.</summary>
public sealed class AddressServiceOptions
{
    /// <summary>Where it is, without the path: <c>http://planet-graph-server:8080</c>.</summary>
    [Required]
    public Uri? Url { get; set; }

    /// <summary>How long a service that is away is waited for before the program gives up. Default: 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one call may take. Default: 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Calls of this process at a time, at most; the number in use adapts to what the service bears. Default: 16.</summary>
    [Range(1, 1000)]
    public int MostCalls { get; set; } = 16;

    /// <summary>Calls of one chunk at a time, at most. Default: 4.</summary>
    [Range(1, 100)]
    public int BatchesInFlight { get; set; } = 4;

    /// <summary>Addresses of one call, at most; a call holds fewer when they are long (256 KiB). Default: 500.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 500;

    /// <summary>Age at which a connection is closed: a service that was scaled up gets its share of the load within this time. Default: 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ConnectionLifetime { get; set; } = TimeSpan.FromSeconds(5);
}
