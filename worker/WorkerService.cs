using PlanetGraph.Batch.Hosting;

namespace PlanetGraph.Worker;

/// <summary>The worker's work in the host's background.</summary>
internal sealed class WorkerService(TaskWorker worker, ProgramOutcome outcome, IHostApplicationLifetime lifetime, ILogger<WorkerService> log)
    : WorkService(outcome, lifetime, log)
{
    protected override Task<int> WorkAsync(CancellationToken stopping) => worker.RunAsync(stopping);
}
