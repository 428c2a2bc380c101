using System.ComponentModel.DataAnnotations;

namespace PlanetGraph.Worker;

/// <summary>Section <c>Worker</c>.</summary>
internal sealed class WorkerOptions
{
    /// <summary>Tasks worked on at a time. Default: 4.</summary>
    [Range(1, 1024)]
    public int Concurrency { get; set; } = 4;

    /// <summary>The name that the ledger knows this worker by; unique in the run. Default: the pod's name, else host and process.</summary>
    public string Name { get; set; } = "";

    /// <summary>Port of the metrics and the health checks; 0: any free one. Default: 8080.</summary>
    [Range(0, 65535)]
    public int Port { get; set; } = 8080;

    /// <summary>After SIGTERM, how long a chunk may still run before it is handed back. Below the pod's grace of 60 s. Default: 45 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>Pause between two looks at the run's state in the ledger. Default: 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.020", "00:01:00")]
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromSeconds(2);
}
