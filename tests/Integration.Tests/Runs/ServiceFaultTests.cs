using PlanetGraph.Batch;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Testing.Faults;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>The address service is sick for a while, or a row or a file is poison.</summary>
public sealed class ServiceFaultTests(SharedServers servers, RealService service) : RunTest(servers, service)
{
    private static readonly TimeSpan Sickness = TimeSpan.FromSeconds(4);

    [Theory]
    [InlineData(ServiceFault.Slow)]
    [InlineData(ServiceFault.Closing)]
    [InlineData(ServiceFault.FewerEntries)]
    [InlineData(ServiceFault.BrokenJson)]
    public async Task Service_SickForAWhile_TheResultIsTheSame(ServiceFault fault)
    {
        await using var cluster = await ClusterAsync();
        cluster.Service.Fault = fault;
        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");
        await cluster.WaitForHeldCallsAsync(2);

        await Task.Delay(Sickness, Cancel);
        cluster.Service.Fault = ServiceFault.None;

        await AssertCompleteAsync(cluster, publisher, worker);
    }

    [Fact]
    public async Task Row_KillsTheServiceAlways_IsTheOnlyRowWithAnError()
    {
        await using var cluster = await ClusterAsync();
        // Row 101 of big.txt: its addresses count from 1000.
        cluster.Service.Poison = "1100号";
        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");

        await cluster.AssertExitAsync(ExitCode.Complete, publisher, worker);

        await cluster.AssertSettledAsync(RunState.Complete, Cancel);
        var result = RunResult.Read(cluster.Result);
        Assert.Equal((RunInput.Rows, 1), ((int)result.Sums["rows"]!, (int)result.Sums["errors"]!));
        var error = Assert.Single(result.Text("big.txt.errors.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("\"line\":101", error, StringComparison.Ordinal);
        Assert.Contains("1100号", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_CannotBeRead_FailsAloneAndTheExitCodesSaySo()
    {
        await using var cluster = await ClusterAsync();
        await File.WriteAllTextAsync(Path.Combine(cluster.Input, "poison.csv"), "name,city\na,b\n", Cancel);
        var publisher = cluster.StartPublisher();
        var worker = cluster.StartWorker("worker-a");

        await cluster.AssertExitAsync(ExitCode.FailedFiles, publisher, worker);

        await cluster.AssertSettledAsync(RunState.Failed, Cancel);
        var result = RunResult.Read(cluster.Result);
        Assert.False(result.IsSuccess);
        var failed = Assert.Single(result.ManifestFiles, file => (string)file["state"]! == "failed");
        Assert.Equal("poison.csv", (string)failed["path"]!);
        Assert.Contains("address", (string)failed["reason"]!, StringComparison.Ordinal);
        Assert.Equal((RunInput.Files, RunInput.Rows), ((int)result.Sums["done"]!, (int)result.Sums["rows"]!));
    }

    [Fact]
    public async Task Files_BehindTheFileServer_TheResultIsTheSame()
    {
        await using var cluster = await ClusterAsync();
        Directory.CreateDirectory(cluster.Result);
        await using var nginx = await NginxServer.StartNewAsync(cluster.Root, RunCluster.InputDataPath, Cancel);
        (string, string)[] behind =
        [
            ("PLANET_GRAPH__STORAGE__TYPE", "fileserver"), ("PLANET_GRAPH__STORAGE__URL", nginx.BaseAddress.AbsoluteUri), ("PLANET_GRAPH__STORAGE__ROOT", "/nowhere"),
        ];

        var processes = new List<ProgramProcess> { cluster.StartPublisher(behind), cluster.StartWorker("worker-a", behind), cluster.StartWorker("worker-b", behind) };

        await AssertCompleteAsync(cluster, [.. processes]);
    }
}
