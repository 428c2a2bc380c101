using System.Diagnostics;

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>What a program printed and how it ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>Both streams, for a failure's message.</summary>
    public string All => $"{Output}\n{Error}".Trim();
}

/// <summary>Runs real programs: helm, make, the generator, the standalone program.</summary>
internal static class Command
{
    /// <summary>Runs to the end and gives what it said, whatever the exit code.</summary>
    public static async Task<CommandResult> TryAsync(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var cancel = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Runs to the end, and fails the test when the exit code is not 0.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string folder)
    {
        var list = arguments.ToList();
        var result = await TryAsync(program, list, folder);
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', list)} ended with {result.ExitCode}:\n{result.All}");
        return result.Output;
    }
}
