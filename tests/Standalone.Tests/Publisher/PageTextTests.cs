using System.Text.Json;
using System.Text.RegularExpressions;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Publisher;

namespace PlanetGraph.Standalone.Tests.Publisher;

/// <summary>What the progress page calls things.</summary>
public sealed partial class PageTextTests
{
    [Fact]
    public void Reasons_EveryOneThatRowsAreCountedBy_HasAnEnglishAndAChineseText()
    {
        using var reader = new StreamReader(typeof(PublisherProgram).Assembly.GetManifestResourceStream("page/text.js")!);
        var lists = ReasonTexts().Matches(reader.ReadToEnd());
        var names = Enum.GetValues<ErrorReason>().Select(reason => JsonSerializer.Serialize(reason).Trim('"')).Order().ToList();

        Assert.Equal(2, lists.Count);
        Assert.All(lists, list => Assert.Equal(names, Name().Matches(list.Groups["texts"].Value).Select(name => name.Groups["name"].Value).Order()));
    }

    [GeneratedRegex(@"reasons: \{(?<texts>.*?)\n    \}", RegexOptions.Singleline)]
    private static partial Regex ReasonTexts();

    [GeneratedRegex("(?<name>[a-zA-Z0-9]+): \"[^\"]+\"")]
    private static partial Regex Name();
}
