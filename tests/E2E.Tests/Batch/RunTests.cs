using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Batch;

/// <summary>A run as a new user starts it: right results, a truthful Job, and nothing left behind.</summary>
public sealed class RunTests(ClusterSession cluster)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly MainRelease _main = new(cluster);

    [Fact]
    public Task Install_AsWritten_GivesStandalonesBytesAndRemovesItself() => RunAsync("batch of 200 files", "pg-batch", "1613965896");

    [Fact]
    public Task Install_WithTheFileServerAsStorage_GivesTheSameBytes() => RunAsync("the same over the file server", "pg-http", "run-over-http", "storage.type=fileserver");

    [Fact]
    public async Task Install_TwoReleasesAtOnce_KeepApart()
    {
        await _main.EnsureAsync();
        using var one = RunInput.Make(files: 20, rowsPerFile: 200);
        using var two = RunInput.Make(files: 12, rowsPerFile: 300);
        await using var volume = await cluster.OpenDataAsync();
        await volume.WriteFolderAsync("one/input", one.Input);
        await volume.WriteFolderAsync("two/input", two.Input);
        await using var first = new BatchRelease(cluster, "pg-one", cluster.Namespace);
        await using var second = new BatchRelease(cluster, "pg-two", cluster.Namespace);

        await first.InstallAsync("one", "parallelism=2", "job.ttlSecondsAfterFinished=600");
        await second.InstallAsync("two", "parallelism=2", "job.ttlSecondsAfterFinished=600");

        Assert.Equal("Complete", (await first.EndAsync(Longest)).Type);
        Assert.Equal("Complete", (await second.EndAsync(Longest)).Type);
        await volume.AssertResultAsync(cluster.Repo, "one", one);
        await volume.AssertResultAsync(cluster.Repo, "two", two);
    }

    private async Task RunAsync(string title, string release, string path, params string[] values)
    {
        await _main.EnsureAsync();
        using var input = RunInput.Make(files: 200, rowsPerFile: 100);
        await using var volume = await cluster.OpenDataAsync();
        await volume.WriteFolderAsync($"{path}/input", input.Input);
        await using var run = new BatchRelease(cluster, release, cluster.Namespace);

        await cluster.Steps.TimeAsync($"{title}: helm install to Job complete", async () =>
        {
            await run.InstallAsync(path, values);
            Assert.Equal("Complete", (await run.EndAsync(Longest)).Type);
        });
        await cluster.NotePhasesAsync(run, title);
        await cluster.Steps.TimeAsync($"{title}: Job complete to nothing left (TTL 10 s)", () => run.GoneAsync(TimeSpan.FromMinutes(2)));
        await volume.AssertResultAsync(cluster.Repo, path, input);
    }
}
