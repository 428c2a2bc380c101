using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace PlanetGraph.Generator.Cluster.Collect;

/// <summary>A .tar.gz that grows file by file and takes its name only when it is whole.</summary>
public sealed class SupportBundle : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private readonly TarWriter _tar;
    private readonly DateTimeOffset _now;

    /// <summary>Begins a bundle.</summary>
    /// <param name="path">Where it will stand.</param>
    /// <param name="time">Gives its entries their time.</param>
    public SupportBundle(string path, TimeProvider time)
    {
        _path = path;
        _partial = path + ".partial";
        _now = time.GetUtcNow();
        _tar = new(new GZipStream(File.Create(_partial), CompressionLevel.Optimal));
    }

    /// <summary>Names of what is in it, in order.</summary>
    public IList<string> Entries { get; } = [];

    /// <summary>Adds a text with its secrets redacted.</summary>
    public async Task AddAsync(string name, string text, CancellationToken cancel)
    {
        var content = new MemoryStream(Encoding.UTF8.GetBytes(Redaction.Of(text)));
        await _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, ModificationTime = _now }, cancel);
        Entries.Add(name);
    }

    /// <summary>Closes the bundle and gives it its name.</summary>
    public async Task CompleteAsync()
    {
        await _tar.DisposeAsync();
        File.Move(_partial, _path, overwrite: true);
    }

    /// <summary>Drops what was not completed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _tar.DisposeAsync();
        File.Delete(_partial);
    }
}
