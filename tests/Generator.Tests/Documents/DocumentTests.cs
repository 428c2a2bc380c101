using System.Text.RegularExpressions;
using PlanetGraph.Generator.Tests.Charts;
using PlanetGraph.Generator.Tests.Commands;

namespace PlanetGraph.Generator.Tests.Documents;

/// <summary>A link that leads nowhere, a command that is not there, a page in one language only: each costs a reader's trust. Lines of helm are rendered elsewhere.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Pages => [.. MarkdownFile.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfAPage_LeadSomewhere(string name)
    {
        var page = MarkdownFile.All.Single(page => page.Name == name);

        Assert.All(page.Links.Where(link => !link.Contains("://", StringComparison.Ordinal)), link =>
        {
            var parts = link.Split('#', 2);
            var path = parts[0].Length == 0 ? Path.Combine(Repository.Root, name) : Path.GetFullPath(Path.Combine(page.Folder, parts[0]));
            Assert.True(File.Exists(path) || Directory.Exists(path), $"{name}: {link} leads nowhere");
            if (parts.Length == 2)
            {
                var target = MarkdownFile.All.Single(other => Path.Combine(Repository.Root, other.Name) == path);
                Assert.True(target.Anchors.Contains(parts[1]), $"{name}: {target} has no heading #{parts[1]}");
            }
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_MakeAndScripts_AreThere(string name)
    {
        var targets = MakeTarget().Matches(File.ReadAllText(Path.Combine(Repository.Root, "Makefile"))).Select(match => match.Groups[1].Value).ToHashSet();
        foreach (var command in MarkdownFile.All.Single(page => page.Name == name).Commands)
        {
            var words = command.Split(' ');
            if (words is ["make", var target, ..])
            {
                Assert.True(targets.Contains(target), $"{name}: `{command}`: the Makefile has no {target}");
            }
            else if (words[0].StartsWith("eng/", StringComparison.Ordinal))
            {
                Assert.True(File.Exists(Path.Combine(Repository.Root, words[0])), $"{name}: `{command}`: there is no {words[0]}");
            }
        }
    }

    [Fact]
    public async Task Commands_OfTheGenerator_HaveTheOptionsThatPagesGiveThem()
    {
        var used = MarkdownFile.All.SelectMany(page => page.Commands.Select(command => (Page: page.Name, Words: command.Split(' '))))
            .Where(entry => entry.Words is ["eng/generator", _, ..])
            .ToList();

        Assert.InRange(used.Count, 15, 500);
        foreach (var command in used.GroupBy(entry => entry.Words[1] == "env" ? "env add" : entry.Words[1]))
        {
            var help = await GeneratorProcess.RunAsync([.. command.Key.Split(' '), "--help"]);
            Assert.True(help.Code == 0, $"{command.First().Page}: eng/generator {command.Key}: {help.Error}");
            foreach (var (page, words) in command)
            {
                Assert.All(words.Where(word => word[0] == '-'), option => Assert.True(
                    Regex.IsMatch(help.Output, $@"(^|[\s,]){Regex.Escape(option)}\b", RegexOptions.Multiline), $"{page}: eng/generator {command.Key} has no {option}"));
            }
        }
    }

    [Fact]
    public void Pages_InTwoLanguages_GiveTheSameCommands()
    {
        // The Chinese page on accuracy is a summary.
        var pairs = MarkdownFile.All.Where(page => page.Name.EndsWith(".zh-CN.md", StringComparison.Ordinal) && page.Name != "docs/accuracy.zh-CN.md")
            .Select(page => (Chinese: page, English: MarkdownFile.All.SingleOrDefault(other => other.Name == page.Name.Replace(".zh-CN", "", StringComparison.Ordinal)))).ToList();

        Assert.InRange(pairs.Count, 8, 100);
        Assert.All(pairs, pair =>
        {
            Assert.NotNull(pair.English);
            Assert.Equal(ToRun(pair.English), ToRun(pair.Chinese));
        });
    }

    [Fact]
    public void Pages_OfDocs_AreInTwoLanguages()
        => Assert.All(
            MarkdownFile.All.Where(page => Path.GetDirectoryName(page.Name) == "docs" && page.Name is not "docs/README.md" && !page.Name.EndsWith(".zh-CN.md", StringComparison.Ordinal)),
            page => Assert.Contains(MarkdownFile.All, other => other.Name == page.Name.Replace(".md", ".zh-CN.md", StringComparison.Ordinal)));

    [Fact]
    public void Index_OfDocsAndDecisions_NamesEveryPage()
    {
        foreach (var folder in new[] { "docs", "docs/decisions" })
        {
            var index = MarkdownFile.All.Single(page => page.Name == $"{folder}/README.md");
            Assert.All(MarkdownFile.All.Where(page => Path.GetDirectoryName(page.Name) == folder && page != index),
                page => Assert.Contains(Path.GetFileName(page.Name), index.Links));
        }
    }

    [Fact]
    public void Decisions_Headings_BeginWithTheNumberOfTheirFile()
        => Assert.All(
            MarkdownFile.All.Where(page => page.Name.StartsWith("docs/decisions/0", StringComparison.Ordinal)),
            page => Assert.StartsWith($"# {Path.GetFileName(page.Name)[..4]}: ", page.Text, StringComparison.Ordinal));

    private static List<string> ToRun(MarkdownFile page)
        => [.. page.Commands.Where(line => Runnable().IsMatch(line)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex("^([a-z][a-z0-9-]*):", RegexOptions.Multiline)]
    private static partial Regex MakeTarget();

    [GeneratedRegex("^(make|helm|kubectl|curl|docker|eng/|planet-graph|\\./|sha256sum)\\S* ")]
    private static partial Regex Runnable();
}
