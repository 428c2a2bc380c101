using PlanetGraph.Batch;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>What the fault tests compare with: the same input through a publisher and a worker that nothing happens to. Once for all tests.</summary>
public sealed class UndisturbedRun(SharedServers servers, RealService service)
{
    private readonly Lock _lock = new();
    private Task<RunResult>? _result;

    internal Task<RunResult> ResultAsync(CancellationToken cancel)
    {
        lock (_lock)
        {
            return _result ??= RunAsync(cancel);
        }
    }

    private async Task<RunResult> RunAsync(CancellationToken cancel)
    {
        await using var cluster = await RunCluster.CreateAsync(await servers.RabbitMqAsync(), await servers.DatabaseAsync(), service, cancel);
        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");
        await cluster.AssertExitAsync(ExitCode.Complete, publisher, worker);
        return RunResult.Read(cluster.Result);
    }
}
