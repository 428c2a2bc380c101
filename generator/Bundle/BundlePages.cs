using System.Text.RegularExpressions;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Bundle;

/// <summary>The pages that an engineer on the site needs, with their commands as they are typed in the bundle's folder.</summary>
internal static partial class BundlePages
{
    private static readonly string[] Pages = ["install", "operate", "troubleshooting", "from-ansible"];

    /// <summary>Writes them to <c>docs/</c>, in both languages.</summary>
    /// <returns>Whether there were any.</returns>
    public static bool Write(string docs, string folder, Specification specification)
    {
        var pages = Pages.SelectMany(page => new[] { $"{page}.md", $"{page}.zh-CN.md" }).Where(page => File.Exists(Path.Combine(docs, page))).ToList();
        foreach (var page in pages)
        {
            var target = Directory.CreateDirectory(Path.Combine(folder, "docs")).FullName;
            File.WriteAllText(Path.Combine(target, page), InTheBundle(File.ReadAllText(Path.Combine(docs, page)), specification));
        }

        return pages.Count > 0;
    }

    private static string InTheBundle(string text, Specification specification)
    {
        // The charts are made already.
        text = text.Replace("make chart && ", "", StringComparison.Ordinal);
        foreach (var chart in specification.Charts)
        {
            text = Regex.Replace(text, $@"(\./)?charts/{Regex.Escape(chart.Name)}/values-", $"values/{chart.Name}/values-");
            text = Regex.Replace(text, $@"\./charts/{Regex.Escape(chart.Name)}(?![\w/-])", $"./{chart.Name}-{chart.Version}.tgz");
        }

        // Links to pages that stay at home would lead nowhere.
        return Link().Replace(text, match => Pages.Contains(match.Groups["page"].Value) ? match.Value : match.Groups["label"].Value);
    }

    [GeneratedRegex(@"\[(?<label>[^\]]+)\]\((?<page>[\w-]+)(\.zh-CN)?\.md(#[^)]*)?\)")]
    private static partial Regex Link();
}
