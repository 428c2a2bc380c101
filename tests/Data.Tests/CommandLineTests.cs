using System.Diagnostics;
using PlanetGraph.Data.Compile;

namespace PlanetGraph.Data.Tests;

/// <summary>A mistyped path or option is told in a sentence and by the exit code, not by a stack trace.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData(1, "/nonexistent", "compile", "--divisions", "/nonexistent")]
    [InlineData(2, "not a command", "compiel")]
    [InlineData(2, "--output", "sample")]
    public async Task Mistake_InTheArguments_IsASentenceAndItsExitCode(int code, string named, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DataCompiler).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;

        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(code, process.ExitCode);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
