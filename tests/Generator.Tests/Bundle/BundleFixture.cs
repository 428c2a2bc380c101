using PlanetGraph.Generator.Tests.Charts;
using PlanetGraph.Generator.Tests.Commands;

namespace PlanetGraph.Generator.Tests.Bundle;

/// <summary>A bundle of the repository's charts with one image archive, made once by the real program.</summary>
public sealed class BundleFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("planet-graph-bundle-");

    internal string Path => System.IO.Path.Combine(_folder.FullName, "bundle");

    internal ProcessResult Made { get; private set; } = new(-1, "", "");

    public async ValueTask InitializeAsync()
    {
        var archives = _folder.CreateSubdirectory("archives").FullName;
        ImageTar.Write(System.IO.Path.Combine(archives, "busybox.tar"), "busybox:1.36");
        var data = System.IO.Path.Combine(_folder.FullName, "data_stable.bin");
        await File.WriteAllTextAsync(data, "a data file");
        Made = await MakeAsync(Path, "--archives", archives, "--data", data);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal static Task<ProcessResult> MakeAsync(string target, params string[] arguments) => GeneratorProcess.RunAsync(
        ["bundle", "--to", target, "--source", System.IO.Path.Combine(Repository.Root, "generator"), "--out", System.IO.Path.Combine(Repository.Root, "charts"),
        "--docs", System.IO.Path.Combine(Repository.Root, "docs"), .. arguments]);
}
