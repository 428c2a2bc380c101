using System.Text;
using PlanetGraph.Generator.Rendering;

namespace PlanetGraph.Generator.Output;

/// <summary>
/// The hashes of what was generated last and of what it was generated from, in <c>.generated.sha256</c> beside the charts; <c>sha256sum -c</c>
/// reads it too. A file whose hash is another one was edited by hand; a file that is not in it is not ours.
/// </summary>
public sealed class OwnershipManifest
{
    public const string FileName = ".generated.sha256";
    private const string SourcesMark = "# sources ";

    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    private OwnershipManifest(string sources) => Sources = sources;

    /// <summary>Fingerprint of the sources; empty in a manifest that was not there.</summary>
    public string Sources { get; private set; }

    public IReadOnlyDictionary<string, string> Hashes => _hashes;

    public static OwnershipManifest Of(GeneratedCharts charts)
    {
        var manifest = new OwnershipManifest(charts.Sources);
        foreach (var file in charts.Files.Values)
        {
            manifest._hashes[file.Path] = file.Hash;
        }

        return manifest;
    }

    /// <summary>The manifest of a folder; empty when there is none.</summary>
    public static OwnershipManifest Read(string folder)
    {
        var manifest = new OwnershipManifest("");
        var path = Path.Combine(folder, FileName);
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (line.StartsWith(SourcesMark, StringComparison.Ordinal))
            {
                manifest.Sources = line[SourcesMark.Length..];
            }
            else if (line.Split("  ", 2) is [var hash, var name])
            {
                manifest._hashes[name] = hash;
            }
        }

        return manifest;
    }

    public override string ToString()
    {
        var text = new StringBuilder(SourcesMark).Append(Sources).Append('\n');
        foreach (var (path, hash) in _hashes)
        {
            text.Append(hash).Append("  ").Append(path).Append('\n');
        }

        return text.ToString();
    }
}
