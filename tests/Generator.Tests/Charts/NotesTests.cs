namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>What helm prints after an install: how to reach, watch, scale and clean up, and no secret.</summary>
public sealed class NotesTests
{
    [Theory]
    [InlineData("NodePort", "nodePort")]
    [InlineData("ClusterIP", "port-forward")]
    [InlineData("LoadBalancer", "loadBalancer")]
    public async Task Notes_OfEveryEndpoint_TellHowToAsk(string type, string hint)
    {
        var notes = await NotesAsync(TestHelm.Main, $"endpoint.type={type}");

        Assert.Contains(hint, notes, StringComparison.Ordinal);
        Assert.Contains("/planet-graph/v2/address/standardize", notes, StringComparison.Ordinal);
        Assert.Contains("--reuse-values --set replicas=5", notes, StringComparison.Ordinal);
        Assert.Contains("--set data.version=2", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_OfABatch_TellHowToWatchAndEndIt()
    {
        var notes = await NotesAsync(TestHelm.Batch);

        Assert.Contains("get job pg-batch-worker-", notes, StringComparison.Ordinal);
        Assert.Contains("--set parallelism=10", notes, StringComparison.Ordinal);
        Assert.Contains("uninstall pg-batch", notes, StringComparison.Ordinal);
        Assert.Contains("260 s", notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("job.ttlMode=publisher", "(by the publisher: clusters before Kubernetes 1.21 ignore ttlSecondsAfterFinished)")]
    [InlineData("job.ttlMode=keep", "nothing is removed before `helm uninstall pg-batch`")]
    public async Task Notes_OfABatch_TellWhoRemovesIt(string set, string who)
        => Assert.Contains(who, await NotesAsync(TestHelm.Batch, set), StringComparison.Ordinal);

    [Fact]
    public async Task Notes_LostDataAhead_AreWarnings()
        => Assert.Contains("WARNING: mysql.persistence.type is emptyDir", await NotesAsync(TestHelm.Main, "mysql.persistence.type=emptyDir"), StringComparison.Ordinal);

    private static async Task<string> NotesAsync(string chart, params string[] sets)
    {
        var result = await TestHelm.RunAsync(TestHelm.New,
        [
            "install", TestHelm.Release(chart), TestHelm.ChartPath(chart), "--dry-run=client",
            .. chart == TestHelm.Batch ? new[] { "--set", "inputDataPath=1" } : [], .. sets.SelectMany(set => new[] { "--set", set }),
        ]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output[result.Output.IndexOf("NOTES:", StringComparison.Ordinal)..];
    }
}
