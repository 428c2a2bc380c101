using System.Security.Cryptography;
using System.Text;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;
using Scriban.Runtime;

namespace PlanetGraph.Generator.Bundle;

/// <summary>A folder with all that an installation without a network needs: charts, values, image list, archives, data, pages, load script, README.</summary>
/// <param name="source">The folder with spec/ and templates/; templates/bundle has the README and the script.</param>
internal sealed class AirGapBundle(string source, Specification specification, GeneratedCharts charts)
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    /// <summary>Writes the folder under another name first: it is there as a whole, or not at all.</summary>
    /// <param name="data">Files of the data folder to take along.</param>
    /// <param name="docs">Folder of the pages; one that is not there gives a bundle without pages.</param>
    public void Write(string folder, IReadOnlyList<string> environments, IReadOnlyList<BundleImage> images, IReadOnlyList<ImageArchive> archives, IReadOnlyList<string> data, string docs)
    {
        var partial = Path.TrimEndingDirectorySeparator(folder) + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Directory.CreateDirectory(Path.Combine(partial, "images"));
        foreach (var chart in specification.Charts)
        {
            ChartArchive.Write(partial, chart, charts);
            WriteValues(partial, chart, environments);
        }

        foreach (var archive in archives)
        {
            File.Copy(archive.Path, Path.Combine(partial, "images", Path.GetFileName(archive.Path)));
        }

        foreach (var file in data)
        {
            File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(partial, "data")).FullName, Path.GetFileName(file)));
        }

        var pages = BundlePages.Write(docs, partial, specification);
        WriteList(Path.Combine(partial, "images.txt"), images);
        WriteTemplates(partial, environments, images, data.Count > 0, pages);
        WriteSums(partial);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder);
        }

        Directory.Move(partial, folder);
    }

    private void WriteValues(string folder, ChartSpec chart, IReadOnlyList<string> environments)
    {
        var target = Path.Combine(folder, "values", chart.Name);
        Directory.CreateDirectory(target);
        foreach (var environment in environments)
        {
            var name = $"values-{environment}.yaml";
            File.WriteAllText(Path.Combine(target, name), charts.Files[$"{chart.Name}/{name}"].Text);
        }
    }

    private static void WriteList(string path, IReadOnlyList<BundleImage> images)
    {
        var list = new StringBuilder("# image, digest of the archive that holds it (-: none does), environments that ask for it, the archive\n");
        foreach (var image in images)
        {
            list.Append(image.Reference).Append(' ').Append(image.Digest ?? "-").Append(' ').AppendJoin(',', image.Environments).Append(' ').Append(image.Archive is { } archive ? $"images/{archive}" : "-").Append('\n');
        }

        File.WriteAllText(path, list.ToString());
    }

    private void WriteTemplates(string folder, IReadOnlyList<string> environments, IReadOnlyList<BundleImage> images, bool hasData, bool hasPages)
    {
        var engine = new TemplateEngine();
        var model = new ScriptObject
        {
            ["charts"] = TemplateModel.List(specification.Charts.Select(chart => TemplateModel.Of(chart, specification.Environments)["chart"]!)),
            ["environments"] = TemplateModel.List(specification.Environments
                .Where(environment => environments.Contains(environment.Name, StringComparer.Ordinal)).Select(TemplateModel.Environment)),
            ["has_data"] = hasData,
            ["has_pages"] = hasPages,
            ["missing"] = TemplateModel.List(images.Where(image => image.Digest is null).Select(image => (object)image.Reference)),
        };
        foreach (var (name, text, shown) in new TemplateSource(Path.Combine(source, "templates")).Below("bundle"))
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, engine.Render(text, shown, model));
            if (name.EndsWith(".sh", StringComparison.Ordinal) && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, Executable);
            }
        }
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
