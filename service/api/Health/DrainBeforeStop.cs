using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Health;

/// <summary>
/// The first step of stopping, before the listener closes: readiness off, then requests are taken for the configured delay, because
/// kube-proxy and ingress go on sending for a while after a pod was told to end, and because clients with open connections need an answer
/// that tells them to leave: behind a preStop hook two seconds of it do.
/// </summary>
internal sealed class DrainBeforeStop(Readiness readiness, ServerOptions options, TimeProvider time, ILogger<DrainBeforeStop> logger)
    : IHostedLifecycleService
{
    private static readonly TimeSpan DelayInKubernetes = TimeSpan.FromSeconds(2);

    /// <summary>The configured delay, or the default for where the service runs.</summary>
    public static TimeSpan DelayOf(ServerOptions options) => options.ShutdownDelay
        ?? (Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST") is { Length: > 0 } ? DelayInKubernetes : TimeSpan.Zero);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        var delay = DelayOf(options);
        readiness.Stop();
        Log.Draining(logger, delay);
        await Task.Delay(delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
