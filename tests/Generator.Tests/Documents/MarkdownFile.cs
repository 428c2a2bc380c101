using System.Text.RegularExpressions;
using PlanetGraph.Generator.Tests.Charts;

namespace PlanetGraph.Generator.Tests.Documents;

/// <summary>A page of the repository.</summary>
/// <param name="Name">Path from the repository's root.</param>
internal sealed partial record MarkdownFile(string Name, string Text)
{
    private static readonly string[] NotOurs = ["artifacts", "node_modules", "BenchmarkDotNet.Artifacts"];

    private static readonly Lazy<IReadOnlyList<MarkdownFile>> Found = new(() => [.. Read(new(Repository.Root)).OrderBy(page => page.Name, StringComparer.Ordinal)]);

    public static IReadOnlyList<MarkdownFile> All => Found.Value;

    public string Folder => Path.GetDirectoryName(Path.Combine(Repository.Root, Name))!;

    /// <summary>Targets of links and pictures, outside of code.</summary>
    public IEnumerable<string> Links => Link().Matches(Code().Replace(Text, "")).Select(match => match.Groups["target"].Value);

    /// <summary>Anchors of its headings, as the usual renderers make them.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(Fence().Replace(Text, ""))
        .Select(match => NoLetter().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>Command lines in its code, without their comments.</summary>
    public IEnumerable<string> Commands => Code().Matches(Text.Replace("\\\n", " ", StringComparison.Ordinal))
        .SelectMany(match => match.Value.Trim('`').Split('\n'))
        .SelectMany(line => CommandEnd().Split(line))
        .Select(line => Comment().Replace(line, "").Trim())
        .Where(line => line.Length > 0);

    public override string ToString() => Name;

    private static IEnumerable<MarkdownFile> Read(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles("*.md"))
        {
            yield return new(Path.GetRelativePath(Repository.Root, file.FullName), File.ReadAllText(file.FullName));
        }

        foreach (var page in folder.EnumerateDirectories().Where(sub => sub.Name[0] != '.' && !NotOurs.Contains(sub.Name)).SelectMany(Read))
        {
            yield return page;
        }
    }

    [GeneratedRegex("\\]\\((?<target>[^)\\s]+)\\)|(?:src|srcset|href)=\"(?<target>[^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]+`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoLetter();

    [GeneratedRegex(@" && | ; ")]
    private static partial Regex CommandEnd();

    [GeneratedRegex(@"(?:^|\s)#.*$")]
    private static partial Regex Comment();
}
