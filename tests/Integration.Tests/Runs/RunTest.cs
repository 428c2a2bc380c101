using PlanetGraph.Batch;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>What the tests of disturbed runs share: a cluster of their own, and what must hold at the end whatever happened.</summary>
public abstract class RunTest(SharedServers servers, RealService service)
{
    private static readonly Lock Once = new();
    private static UndisturbedRun? _undisturbed;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected async Task<RunCluster> ClusterAsync(RabbitMqServer? broker = null, DatabaseServer? database = null) =>
        await RunCluster.CreateAsync(broker ?? await servers.RabbitMqAsync(), database ?? await servers.DatabaseAsync(), service, Cancel);

    /// <summary>Publisher and workers say complete, the ledger is settled, the result is the undisturbed run's.</summary>
    private protected async Task AssertCompleteAsync(RunCluster cluster, params ProgramProcess[] processes)
    {
        await cluster.AssertExitAsync(ExitCode.Complete, processes);
        await cluster.AssertSettledAsync(RunState.Complete, Cancel);
        var result = RunResult.Read(cluster.Result);
        Assert.True(result.IsSuccess);
        Assert.Equal((RunInput.Files, RunInput.Rows), ((int)result.Sums["files"]!, (int)result.Sums["rows"]!));
        result.AssertSameAs(await UndisturbedAsync());
    }

    /// <summary>What the same input came to when nothing happened to anyone.</summary>
    private protected Task<RunResult> UndisturbedAsync()
    {
        lock (Once)
        {
            return (_undisturbed ??= new UndisturbedRun(servers, service)).ResultAsync(Cancel);
        }
    }
}
