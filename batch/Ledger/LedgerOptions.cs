using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Batch.Ledger;

/// <summary>How the ledger leases and counts.</summary>
public sealed class LedgerOptions
{
    /// <summary>How long a claim holds without a heartbeat. Default: 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Attempts of a task before its files fail. Default: 5.</summary>
    [Range(1, 1000)]
    public int AttemptLimit { get; set; } = 5;

    /// <summary>How long a database that is away is waited for. Default: 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(5);
}
