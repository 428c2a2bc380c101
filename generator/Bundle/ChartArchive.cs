using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Bundle;

/// <summary>A chart as <c>name-version.tgz</c>, as <c>helm package</c> makes it; the same chart gives the same bytes.</summary>
internal static class ChartArchive
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static string Write(string folder, ChartSpec chart, GeneratedCharts charts)
    {
        var path = Path.Combine(folder, $"{chart.Name}-{chart.Version}.tgz");
        using var stream = File.Create(path);
        using var gzip = new GZipStream(stream, CompressionLevel.SmallestSize);
        using var tar = new TarWriter(gzip, TarEntryFormat.Ustar);
        foreach (var file in charts.Files.Values.Where(file => IsPacked(file.Path, chart)))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, file.Path)
            {
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(file.Text)),
                ModificationTime = DateTimeOffset.UnixEpoch,
                Mode = Readable,
            });
        }

        return path;
    }

    /// <summary>All of the chart but the environments' values, which .helmignore names and the bundle has beside it.</summary>
    private static bool IsPacked(string path, ChartSpec chart)
        => path.StartsWith(chart.Name + "/", StringComparison.Ordinal) && !path.StartsWith($"{chart.Name}/values-", StringComparison.Ordinal);
}
