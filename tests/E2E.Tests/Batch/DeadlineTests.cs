using System.Text.Json.Nodes;
using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Batch;

/// <summary>A run whose deadline passes ends as such, and a resume finishes it.</summary>
public sealed class DeadlineTests(ClusterSession cluster)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private readonly MainRelease _main = new(cluster);

    [Fact]
    public async Task Deadline_Passes_EndsAsSuchAndAResumeFinishesIt()
    {
        await _main.EnsureAsync();
        using var input = RunInput.Make(files: 2_000, rowsPerFile: 20);
        await using var volume = await cluster.OpenDataAsync();
        await volume.WriteFolderAsync("late/input", input.Input);
        await using var run = new BatchRelease(cluster, "pg-late", cluster.Namespace);
        await run.InstallAsync("late", "parallelism=1", "worker.concurrency=1", "worker.resources.limits.cpu=100m", "job.activeDeadlineSeconds=60", "job.ttlSecondsAfterFinished=600");

        // Paused after its first results, so that on no machine, however fast, the run is over before its deadline.
        await volume.FirstResultAsync("late");
        await run.UpgradeAsync("parallelism=0");

        Assert.Equal("Failed", (await run.EndAsync(Longest)).Type);
        var manifest = await Deadline.UntilAsync("the manifest of the partial results", TimeSpan.FromMinutes(1), async _ => await ManifestAsync(volume));
        Assert.Equal(("cancelled", "the run's deadline passed"), ((string?)manifest["state"], (string?)manifest["reason"]));
        Assert.NotEqual(0, (int)manifest["sums"]!["done"]!);
        Assert.NotEqual(0, (int)manifest["sums"]!["pending"]!);
        Assert.DoesNotContain("_SUCCESS", await volume.ListAsync("late/result"));
        await Deadline.UntilAsync("the run's record to say so", TimeSpan.FromMinutes(1), async cancel => await run.StateAsync(cancel) == "deadline");

        await run.UpgradeAsync("resume=1", "parallelism=3", "worker.concurrency=4", "worker.resources.limits.cpu=2", "job.activeDeadlineSeconds=600");
        await Deadline.UntilAsync("the resumed run to succeed", TimeSpan.FromMinutes(5), async _ => (await volume.ListAsync("late/result")).Contains("_SUCCESS"));
        await volume.AssertResultAsync(cluster.Repo, "late", input);
    }

    private static async Task<JsonNode?> ManifestAsync(VolumeFiles volume) =>
        (await volume.ListAsync("late/result")).Contains("manifest.json") ? JsonNode.Parse(await volume.ReadAsync("late/result/manifest.json"))!["summary"] : null;
}
