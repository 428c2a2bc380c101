using System.Security.Cryptography;
using System.Text;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Bundle;

/// <summary>A folder with all that an installation without a network needs.</summary>
internal static class AirGapBundle
{
    private const string LoadScript = """
        #!/bin/sh
        # Loads every image archive of images/ into this node's runtime, or pushes them to a registry.
        #   ./load-images.sh                      on every node
        #   ./load-images.sh registry:5000        once, with docker or nerdctl; then install with --set global.imageRegistry=registry:5000
        set -eu
        cd "$(dirname "$0")"
        sha256sum -c --quiet SHA256SUMS
        registry=${1:-}
        if [ -n "$registry" ]; then
          tool=$(command -v docker || command -v nerdctl) || { echo "Pushing needs docker or nerdctl." >&2; exit 2; }
          for archive in images/*.tar; do
            "$tool" load -i "$archive"
          done
          grep -v '^#' images.txt | while read -r image digest; do
            "$tool" tag "$image" "$registry/$image"
            "$tool" push "$registry/$image"
          done
          exit 0
        fi
        for archive in images/*.tar; do
          if command -v k3s >/dev/null; then k3s ctr images import "$archive"
          elif command -v ctr >/dev/null; then ctr -n k8s.io images import "$archive"
          elif command -v docker >/dev/null; then docker load -i "$archive"
          else echo "Neither k3s, ctr nor docker is here: run this on a node of the cluster." >&2; exit 2
          fi
        done

        """;

    /// <returns>Images that no archive holds.</returns>
    public static IReadOnlyList<string> Write(
        string folder, Specification specification, GeneratedCharts charts, IReadOnlyList<ImageArchive> archives)
    {
        Directory.CreateDirectory(Path.Combine(folder, "images"));
        foreach (var chart in specification.Charts)
        {
            ChartArchive.Write(folder, chart, charts);
            foreach (var file in charts.Files.Values.Where(file => file.Path.StartsWith($"{chart.Name}/values-", StringComparison.Ordinal)))
            {
                var path = Path.Combine(folder, "values", file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }
        }

        foreach (var archive in archives)
        {
            File.Copy(archive.Path, Path.Combine(folder, "images", Path.GetFileName(archive.Path)));
        }

        var images = specification.Charts.SelectMany(ChartFile.Images).Select(entry => entry.Image).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var list = new StringBuilder("# Images of the charts, with the digest of the archive that holds each.\n");
        foreach (var image in images)
        {
            list.Append(image).Append(' ').Append(archives.FirstOrDefault(archive => archive.Holds(image))?.Digest ?? "-").Append('\n');
        }

        File.WriteAllText(Path.Combine(folder, "images.txt"), list.ToString());
        File.WriteAllText(Path.Combine(folder, "README.md"), Readme(specification));
        var script = Path.Combine(folder, "load-images.sh");
        File.WriteAllText(script, LoadScript);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);
        }

        WriteSums(folder);
        return [.. images.Where(image => !archives.Any(archive => archive.Holds(image)))];
    }

    private static string Readme(Specification specification)
    {
        var text = new StringBuilder("# PlanetGraph without a network\n\n1. On every node: `./load-images.sh` (or once, with a registry: `./load-images.sh registry:5000`).\n");
        var step = 2;
        foreach (var chart in specification.Charts)
        {
            var needs = chart.Values.Any(value => value.Key == "inputDataPath") ? " --set inputDataPath=FOLDER" : "";
            var release = chart.ShortName == "batch" ? "pg-batch" : "pg";
            text.Append(step++).Append(". `helm install ").Append(release).Append(" ./").Append(chart.Name).Append('-').Append(chart.Version)
                .Append(".tgz -f values/").Append(chart.Name).Append("/values-onsite.yaml").Append(needs).Append("`\n");
        }

        return text.Append("\nWith a registry add `--set global.imageRegistry=registry:5000`. `sha256sum -c SHA256SUMS` checks the bundle.\n").ToString();
    }

    private static void WriteSums(string folder)
    {
        var sums = new StringBuilder();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(path);
            sums.Append(Convert.ToHexStringLower(SHA256.HashData(stream))).Append("  ")
                .Append(Path.GetRelativePath(folder, path).Replace('\\', '/')).Append('\n');
        }

        File.WriteAllText(Path.Combine(folder, "SHA256SUMS"), sums.ToString());
    }
}
