using System.Diagnostics;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Tests.Cluster;

/// <summary>A look at a cluster that a person or a script breaks off is over at once, and says so by its exit code.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task StatusWatch_ToldToEnd_EndsWith130()
    {
        await using var cluster = new EmptyCluster();
        var start = new ProcessStartInfo("dotnet", [typeof(SpecReader).Assembly.Location, "status", "pg", "--watch", "--kubeconfig", cluster.Kubeconfig])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await cluster.Asked.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal("pg in default: not installed", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // Far less than the half minute that a host waits for what does not end.
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
    }
}
