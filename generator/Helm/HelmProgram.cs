using System.Diagnostics;
using PlanetGraph.Generator.Diagnostics;

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

    /// <summary>Refuses when there is no helm.</summary>
    /// <param name="why">What it is needed for: "There is no helm, which …".</param>
    /// <exception cref="ProblemsException">There is none.</exception>
    public void Require(string why)
    {
        if (Path is null)
        {
            throw new ProblemsException(new Problem(new("PATH"), $"There is no helm, which {why}.", "Put helm on PATH; `eng/install-helm` fetches one."));
        }
    }

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
