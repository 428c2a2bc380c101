using System.Security.Cryptography;
using System.Text;
using PlanetGraph.Generator.Rendering;

namespace PlanetGraph.Generator.Output;

/// <summary>The folder with the charts: what differs in it, and how it is replaced as a whole.</summary>
public sealed class ChartFolder(string folder)
{
    private const string NewPrefix = ".new-";
    private const string OldPrefix = ".old-";

    /// <summary>Every file that differs from the generated charts, in the order of paths; the manifest, when only the sources are others.</summary>
    public IReadOnlyList<Change> Compare(GeneratedCharts charts)
    {
        Recover(charts);
        var manifest = OwnershipManifest.Read(folder);
        var owned = manifest.Hashes;
        var changes = new SortedDictionary<string, Change>(StringComparer.Ordinal);
        foreach (var file in charts.Files.Values)
        {
            if (Bytes(file.Path) is not { } bytes)
            {
                changes[file.Path] = new(file.Path, ChangeKind.Missing, null, file.Text);
            }
            else if (Hash(bytes) is var hash && hash != file.Hash)
            {
                var kind = owned.TryGetValue(file.Path, out var known) && known == hash ? ChangeKind.Stale : ChangeKind.Edited;
                changes[file.Path] = new(file.Path, kind, Encoding.UTF8.GetString(bytes), file.Text);
            }
        }

        foreach (var path in OnDisk(charts).Where(path => !charts.Files.ContainsKey(path)))
        {
            var bytes = Bytes(path)!;
            var kind = !owned.TryGetValue(path, out var known) ? ChangeKind.Foreign : known == Hash(bytes) ? ChangeKind.Removed : ChangeKind.Edited;
            changes[path] = new(path, kind, kind == ChangeKind.Foreign ? null : Encoding.UTF8.GetString(bytes), null);
        }

        if (changes.Values.All(change => change.Kind == ChangeKind.Foreign) && manifest.Sources != charts.Sources)
        {
            var name = OwnershipManifest.FileName;
            changes[name] = new(name, ChangeKind.Stale, manifest.ToString(), OwnershipManifest.Of(charts).ToString());
        }

        return [.. changes.Values];
    }

    /// <summary>
    /// Writes the charts beside the old ones and then lets each folder change places with its successor. A file that was never generated moves
    /// along. An interrupted write leaves the old chart or the new one, never a mixture.
    /// </summary>
    public void Replace(GeneratedCharts charts)
    {
        Directory.CreateDirectory(folder);
        Recover(charts);
        foreach (var chart in Names(charts))
        {
            var fresh = Path.Combine(folder, NewPrefix + chart);
            DeleteFolder(fresh);
            foreach (var file in charts.Files.Values.Where(file => file.Path.StartsWith(chart + "/", StringComparison.Ordinal)))
            {
                WriteThrough(Path.Combine(fresh, file.Path[(chart.Length + 1)..]), file.Text);
            }

            var owned = OwnershipManifest.Read(folder).Hashes;
            foreach (var path in OnDisk(charts).Where(path => path.StartsWith(chart + "/", StringComparison.Ordinal)))
            {
                if (!charts.Files.ContainsKey(path) && !owned.ContainsKey(path))
                {
                    var target = Path.Combine(fresh, path[(chart.Length + 1)..]);
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    File.Copy(Path.Combine(folder, path), target);
                }
            }
        }

        foreach (var chart in Names(charts))
        {
            var place = Path.Combine(folder, chart);
            var old = Path.Combine(folder, OldPrefix + chart);
            if (Directory.Exists(place))
            {
                Directory.Move(place, old);
            }

            Directory.Move(Path.Combine(folder, NewPrefix + chart), place);
            DeleteFolder(old);
        }

        var manifest = Path.Combine(folder, OwnershipManifest.FileName);
        WriteThrough(manifest + ".tmp", OwnershipManifest.Of(charts).ToString());
        File.Move(manifest + ".tmp", manifest, overwrite: true);
    }

    private static IEnumerable<string> Names(GeneratedCharts charts)
        => charts.Files.Keys.Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void WriteThrough(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>Puts back the chart whose replacement was interrupted between its two moves.</summary>
    private void Recover(GeneratedCharts charts)
    {
        foreach (var chart in Names(charts))
        {
            var old = Path.Combine(folder, OldPrefix + chart);
            if (Directory.Exists(old) && !Directory.Exists(Path.Combine(folder, chart)))
            {
                Directory.Move(old, Path.Combine(folder, chart));
            }

            DeleteFolder(old);
        }
    }

    private byte[]? Bytes(string path) => File.Exists(Path.Combine(folder, path)) ? File.ReadAllBytes(Path.Combine(folder, path)) : null;

    private IEnumerable<string> OnDisk(GeneratedCharts charts) => Names(charts)
        .Select(chart => Path.Combine(folder, chart))
        .Where(Directory.Exists)
        .SelectMany(chart => Directory.EnumerateFiles(chart, "*", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
}
