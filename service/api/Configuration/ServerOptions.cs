using System.ComponentModel.DataAnnotations;
using System.Net;

namespace PlanetGraph.Service.Configuration;

/// <summary>Where the service listens and how it stops.</summary>
public sealed class ServerOptions
{
    /// <summary>TCP port; 0 takes a free one.</summary>
    [Setting("server.port", "TCP port of the service; 0 takes a free one and logs it.")]
    [Range(0, 65535, ErrorMessage = "give a port from 0 to 65535")]
    public int Port { get; init; } = 8080;

    /// <summary>Address to listen on; null for all.</summary>
    [Setting("server.address", "IP address to listen on.", Default = "all addresses")]
    public IPAddress? Address { get; init; }

    /// <summary>How long requests are still taken after readiness went off; null: 2 s in Kubernetes, else not at all.</summary>
    [Setting("planet-graph.shutdown.delay",
        "After SIGTERM: how long requests are still taken while /healthz/ready answers 503 and every answer closes its connection.",
        Default = "`2s` in Kubernetes (KUBERNETES_SERVICE_HOST is set), else `0s`")]
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "give 0s to 10m")]
    public TimeSpan? ShutdownDelay { get; init; }

    /// <summary>How long requests in flight may take to finish, after the delay.</summary>
    [Setting("planet-graph.shutdown.timeout",
        "After the delay: how long requests in flight may take to finish. Delay and timeout together stay below terminationGracePeriodSeconds.")]
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "give 0s to 1h")]
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(18);
}
