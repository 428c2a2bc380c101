namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>Compares what a run on the cluster left on the volume with what standalone makes of the same input.</summary>
internal static class RunResult
{
    /// <summary>The volume's root on the first node, where the charts keep data and runs.</summary>
    public static Task<VolumeFiles> OpenDataAsync(this ClusterSession cluster) =>
        VolumeFiles.OpenAsync(cluster.Client, cluster.Namespace, cluster.Nodes[0], "/mnt/data/data_bin");

    /// <summary>Waits until the first file of a run has its result in place.</summary>
    public static Task FirstResultAsync(this VolumeFiles volume, string path) =>
        Deadline.UntilAsync($"the first result of {path}", TimeSpan.FromMinutes(3), async _ =>
            (await volume.ShellAsync($"find '/volume/{path}/result' -name '*.jsonl' ! -path '*/.*' 2>/dev/null | head -1")).Length > 0);

    /// <summary>Fails the test unless the run's result folder has standalone's bytes; removes the run's folder then.</summary>
    public static async Task AssertResultAsync(this VolumeFiles volume, string repo, string path, RunInput input)
    {
        var standalone = await input.RunStandaloneAsync(repo);
        Assert.True(standalone.ExitCode == 0, standalone.All);
        var result = Directory.CreateTempSubdirectory("planet-graph-result").FullName;
        try
        {
            await volume.ReadFolderAsync($"{path}/result", result);
            input.AssertSame(result);
        }
        finally
        {
            Directory.Delete(result, recursive: true);
            await volume.ShellAsync($"rm -rf '/volume/{path}'");
        }
    }
}
