using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Batch;

/// <summary>A run that does not end well says so, in the Job, in the exit codes and in the manifest.</summary>
public sealed class FailureTests(ClusterSession cluster)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private readonly MainRelease _main = new(cluster);

    [Fact]
    public async Task Input_WithAFileThatCannotBeRead_FailsTheJobAndSaysWhy()
    {
        await _main.EnsureAsync();
        using var input = RunInput.Make(files: 4, rowsPerFile: 50);
        input.Add("broken.csv", "name,phone\n张三,123\n");
        await using var volume = await cluster.OpenDataAsync();
        await volume.WriteFolderAsync("failing/input", input.Input);
        await using var run = new BatchRelease(cluster, "pg-failing", cluster.Namespace);
        await run.InstallAsync("failing", "job.ttlSecondsAfterFinished=600");

        Assert.Equal("Failed", (await run.EndAsync(Longest)).Type);

        var ends = await run.WorkerEndsAsync();
        Assert.NotEmpty(ends);
        Assert.All(ends, end => Assert.Equal(1, end.ExitCode));
        Assert.All(ends, end => Assert.Contains("manifest.json", end.Message, StringComparison.Ordinal));
        var files = await volume.ListAsync("failing/result");
        Assert.DoesNotContain("_SUCCESS", files);
        Assert.Contains("broken.csv", System.Text.Encoding.UTF8.GetString(await volume.ReadAsync("failing/result/manifest.json")), StringComparison.Ordinal);
        Assert.Contains(files, f => f.EndsWith("addresses-001.jsonl.jsonl", StringComparison.Ordinal));
        await volume.ShellAsync("rm -rf /volume/failing");
    }

    [Fact]
    public async Task InputDataPath_LeavingTheVolume_IsRefusedByNameBeforeAnythingIsMade()
    {
        var result = await cluster.TryHelmAsync("install", "pg-refused", "./charts/planet-graph-batch", "--set", "inputDataPath=../etc");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("inputDataPath", result.All, StringComparison.Ordinal);
    }
}
