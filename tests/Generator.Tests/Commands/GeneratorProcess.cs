using System.Diagnostics;
using PlanetGraph.Generator.Spec;
using PlanetGraph.Generator.Tests.Charts;

namespace PlanetGraph.Generator.Tests.Commands;

/// <summary>The generator as a program of its own, with a real helm on PATH.</summary>
internal static class GeneratorProcess
{
    public static Task<ProcessResult> RunAsync(params string[] arguments) => RunAsync(_ => { }, arguments);

    public static Task<ProcessResult> RunAsync(Action<ProcessStartInfo> prepare, params string[] arguments)
        => StartAsync(new("dotnet", [typeof(SpecReader).Assembly.Location, .. arguments]), prepare);

    public static async Task<ProcessResult> StartAsync(ProcessStartInfo start, Action<ProcessStartInfo> prepare)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["PATH"] = $"{Path.GetDirectoryName(TestHelm.PathOf(TestHelm.Lab))}:{start.Environment["PATH"]}";
        prepare(start);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}
