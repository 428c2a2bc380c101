using System.Text.RegularExpressions;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>Every helm command that a reader can copy out of the documentation renders.</summary>
public sealed partial class DocumentedCommandsTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Commands()
        => Documents()
            .SelectMany(file => Lines(File.ReadAllText(file)).Select(line => (File: Path.GetRelativePath(Repository.Root, file), Line: line)))
            .DistinctBy(command => command.Line)
            .Select(command => new TheoryDataRow<string, string>(command.File, command.Line));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OfTheDocumentation_Renders(string file, string line)
    {
        var words = Words().Matches(line).Select(match => match.Value.Trim('\'', '"')).ToList();
        var chart = words.First(word => word.Contains("charts/planet-graph", StringComparison.Ordinal));
        var arguments = new List<string> { "template", words[2], Path.Combine(Repository.Root, chart) };
        for (var i = words.IndexOf(chart) + 1; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--set" or "--set-string" or "--namespace" or "-n":
                    arguments.AddRange([words[i], words[++i]]);
                    break;
                case "-f" or "--values":
                    arguments.AddRange(["--values", Path.Combine(Repository.Root, words[++i])]);
                    break;
            }
        }

        // What an earlier install of the same text gave.
        if (words[1] == "upgrade" && chart.EndsWith("batch", StringComparison.Ordinal) && !line.Contains("inputDataPath", StringComparison.Ordinal))
        {
            arguments.AddRange(["--set", "inputDataPath=1613965896"]);
        }

        var result = await TestHelm.RunAsync(TestHelm.Lab, arguments);

        Assert.True(result.ExitCode == 0, $"{file}: {line}\n{result.Error}");
    }

    [Fact]
    public void Commands_OfTheCharts_WereFound() => Assert.InRange(Commands().Count(), 15, 500);

    private static IEnumerable<string> Documents()
    {
        var docs = Path.Combine(Repository.Root, "docs");
        return Directory.EnumerateFiles(Repository.Root, "README*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "charts"), "README.md", SearchOption.AllDirectories))
            .Concat(Directory.Exists(docs) ? Directory.EnumerateFiles(docs, "*.md", SearchOption.AllDirectories) : [])
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Lines(string text) => Command().Matches(text.Replace("\\\n", " ", StringComparison.Ordinal))
        .Select(match => match.Value.Trim())
        .Where(line => line.Contains("charts/planet-graph", StringComparison.Ordinal) && !line.Contains(".tgz", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<=^|`|&& |\$ )helm (install|upgrade) [^`\n#]*", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\S+")]
    private static partial Regex Words();
}
