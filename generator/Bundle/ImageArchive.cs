using System.Formats.Tar;
using System.Text.Json;

namespace PlanetGraph.Generator.Bundle;

/// <summary>An image archive: the names of its images, and the digest of the first one's manifest (OCI) or configuration (docker).</summary>
public sealed record ImageArchive(string Path, IReadOnlyList<string> Names, string Digest)
{
    private const string OciName = "org.opencontainers.image.ref.name";
    private const string ContainerdName = "io.containerd.image.name";

    /// <summary>Every archive of a folder, by name.</summary>
    /// <exception cref="IOException">A file is no image archive.</exception>
    public static IReadOnlyList<ImageArchive> ReadAll(string folder)
        => [.. Directory.EnumerateFiles(folder, "*.tar").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>File name for an image's archive.</summary>
    public static string FileNameOf(string image) => image.Replace('/', '_').Replace(':', '_') + ".tar";

    /// <summary>Whether the archive holds an image, however its registry is written.</summary>
    public bool Holds(string image) => Names.Any(name => name == image || name.EndsWith("/" + image, StringComparison.Ordinal));

    /// <summary>Docker names the configuration <c>HEX.json</c> or <c>blobs/sha256/HEX</c>.</summary>
    private static string ConfigDigest(string name) => $"sha256:{System.IO.Path.GetFileNameWithoutExtension(name)}";

    private static ImageArchive Read(string path)
    {
        JsonDocument? index = null;
        JsonDocument? manifest = null;
        try
        {
            using var stream = File.OpenRead(path);
            using var tar = new TarReader(stream);
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry is { Name: "index.json" or "./index.json", DataStream: { } indexData })
                {
                    index = JsonDocument.Parse(indexData);
                }
                else if (entry is { Name: "manifest.json" or "./manifest.json", DataStream: { } manifestData })
                {
                    manifest = JsonDocument.Parse(manifestData);
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or EndOfStreamException)
        {
            throw new IOException($"{path} is no image archive: {e.Message}", e);
        }

        using (index)
        using (manifest)
        {
            var names = new List<string>();
            var digest = "";
            if (index is not null)
            {
                foreach (var image in index.RootElement.GetProperty("manifests").EnumerateArray())
                {
                    digest = digest.Length > 0 ? digest : image.GetProperty("digest").GetString()!;
                    if (image.TryGetProperty("annotations", out var annotations))
                    {
                        names.AddRange(new[] { ContainerdName, OciName }
                            .Where(key => annotations.TryGetProperty(key, out _))
                            .Select(key => annotations.GetProperty(key).GetString()!));
                    }
                }
            }

            foreach (var image in manifest?.RootElement.EnumerateArray() ?? default)
            {
                digest = digest.Length > 0 ? digest : ConfigDigest(image.GetProperty("Config").GetString()!);
                if (image.TryGetProperty("RepoTags", out var tags) && tags.ValueKind == JsonValueKind.Array)
                {
                    names.AddRange(tags.EnumerateArray().Select(tag => tag.GetString()!));
                }
            }

            return digest.Length > 0
                ? new(path, [.. names.Distinct(StringComparer.Ordinal)], digest)
                : throw new IOException($"{path} is no image archive: it has neither index.json nor manifest.json.");
        }
    }
}
