using System.Diagnostics;
using PlanetGraph.Publisher;

namespace PlanetGraph.Standalone.Tests.Publisher;

/// <summary>What a container logs is read by a collector, unless lines for people were asked for.</summary>
public sealed class LogFormatTests
{
    [Fact]
    public async Task Start_WithAFormatThatIsNone_EndsWith2AndNamesTheVariable()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PublisherOptions).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PLANET_GRAPH__LOG__FORMAT"] = "xml" },
        };
        using var process = Process.Start(start)!;

        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("PLANET_GRAPH__LOG__FORMAT is neither text nor json", error, StringComparison.Ordinal);
    }
}
