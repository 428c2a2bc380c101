using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Batch;

/// <summary>An upgrade cannot take a run away by accident: a changed value that makes it another run, or that no Job takes, is refused in a sentence.</summary>
public sealed class RunChangeTests(ClusterSession cluster)
{
    private readonly MainRelease _main = new(cluster);

    [Fact]
    public async Task Upgrade_OfARunThatGoesOn_ChangesTheParallelismAlone()
    {
        await _main.EnsureAsync();
        using var input = RunInput.Make(files: 2, rowsPerFile: 10);
        await using var volume = await cluster.OpenDataAsync();
        await volume.WriteFolderAsync("change/input", input.Input);
        await using var run = new BatchRelease(cluster, "pg-change", cluster.Namespace);
        await run.InstallAsync("change", "parallelism=0");

        var other = await RefusedAsync("outputFormat=csv");
        var pods = await RefusedAsync("worker.concurrency=2");
        await run.UpgradeAsync("parallelism=1");

        Assert.Contains("still goes on", other, StringComparison.Ordinal);
        Assert.Contains("a release of its own", other, StringComparison.Ordinal);
        Assert.Contains("only parallelism can be changed", pods, StringComparison.Ordinal);
        Assert.Equal("Complete", (await run.EndAsync(TimeSpan.FromMinutes(5))).Type);
        await volume.AssertResultAsync(cluster.Repo, "change", input);
    }

    private async Task<string> RefusedAsync(string value)
    {
        var result = await cluster.TryHelmAsync("upgrade", "pg-change", "./charts/planet-graph-batch", "-n", cluster.Namespace, "--reuse-values", "--set", value);
        Assert.NotEqual(0, result.ExitCode);
        return result.Error;
    }
}
