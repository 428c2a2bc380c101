using PlanetGraph.Generator.Diagnostics;

namespace PlanetGraph.Generator.Rendering;

/// <summary>
/// The templates on disk: shared/chart (every chart), shared/component/TRAIT.yaml (every component with the trait),
/// shared/kinds/KIND (every component of the kind), and one folder per chart, whose root/ goes beside Chart.yaml.
/// </summary>
internal sealed class TemplateSource(string folder)
{
    /// <summary>Whether there is a folder of templates, or one template, of this name.</summary>
    public bool Has(string relative) => Directory.Exists(Path.Combine(folder, relative)) || File.Exists(Path.Combine(folder, relative + ".yaml"));

    /// <summary>Files below a folder: path relative to it (with /), text, and how errors call it; in a fixed order.</summary>
    public IEnumerable<(string Path, string Text, string Shown)> Below(string relative)
    {
        var root = Path.Combine(folder, relative);
        if (!Directory.Exists(root))
        {
            yield break;
        }

        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var shown = $"templates/{relative}/{file}";
            var text = File.ReadAllText(Path.Combine(root, file));
            if (text.Contains('\r', StringComparison.Ordinal) || text.Contains('\t', StringComparison.Ordinal))
            {
                throw new ProblemsException(new Problem(new(shown), "The file has tabs or CRLF line ends.", "Use spaces and LF."));
            }

            yield return (file, text, shown);
        }
    }
}
