using System.Diagnostics;

namespace PlanetGraph.Generator.Helm;

/// <summary>The real helm program.</summary>
/// <param name="Path">Its file; null when there is none.</param>
public sealed record HelmProgram(string? Path)
{
    /// <summary>The first <c>helm</c> on PATH.</summary>
    public static HelmProgram OnPath() => new((Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, "helm"))
        .FirstOrDefault(File.Exists));

    /// <summary>Runs it without network and cluster: exit code, stdout, stderr.</summary>
    public async Task<HelmResult> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path ?? throw new InvalidOperationException("there is no helm")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["KUBECONFIG"] = "/nonexistent";

        // It lives for a few milliseconds and several run at once: without its collector and on one core each takes half the time.
        start.Environment["GOGC"] = "off";
        start.Environment["GOMAXPROCS"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}
