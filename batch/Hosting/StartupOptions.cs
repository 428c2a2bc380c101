using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Batch.Hosting;

/// <summary>Section <c>Startup</c>: how long a program waits at its start for what it needs.</summary>
public sealed class StartupOptions
{
    /// <summary>Seconds to wait for ledger, broker, service and for the run itself, before exit code 3. Default: 300.</summary>
    [Range(1, int.MaxValue)]
    public int DeadlineSeconds { get; set; } = 300;

    public TimeSpan Deadline => TimeSpan.FromSeconds(DeadlineSeconds);
}
