namespace PlanetGraph.Testing.Processes;

/// <summary>A folder of its own under the system's temporary folder; gone with everything in it when disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(string name = "test") =>
        Path = Directory.CreateTempSubdirectory($"planet-graph-{name}-").FullName;

    public string Path { get; }

    /// <summary>The path of a name inside.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
