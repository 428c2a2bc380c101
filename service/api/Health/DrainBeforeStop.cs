using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Health;

/// <summary>
/// The first step of stopping, before the listener closes: readiness off, then requests are taken for the configured delay, because
/// kube-proxy and ingress go on sending for a while after a pod was told to end. Where a preStop hook waits, the delay is 0.
/// </summary>
internal sealed class DrainBeforeStop(Readiness readiness, ServerOptions options, TimeProvider time, ILogger<DrainBeforeStop> logger)
    : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.Stop();
        Log.Draining(logger, options.ShutdownDelay);
        await Task.Delay(options.ShutdownDelay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
