using System.Text.Json;
using System.Text.RegularExpressions;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Service.Tests.Dictionary;

public sealed partial class DictionaryDocumentationTests
{
    [Theory]
    [InlineData("docs/dictionary.md")]
    [InlineData("docs/dictionary.zh-CN.md")]
    public async Task Documentation_Example_AnswersAsWritten(string document)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, document), TestContext.Current.CancellationToken);
        var example = Example().Match(text);
        using TemporaryFolder folder = new("dictionary");
        await File.WriteAllTextAsync(folder["dictionary.csv"], example.Groups["csv"].Value, TestContext.Current.CancellationToken);
        await using var service = await RunningService.StartAsync([("planet-graph.dictionary.path", folder["dictionary.csv"])]);

        using var answer = await service.PostAsync(example.Groups["request"].Value);
        var dictionary = JsonDocument.Parse(await service.TextAsync("/planet-graph/v2/query/dictionary")).RootElement;

        Assert.Equal(example.Groups["answer"].Value, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var rejected = dictionary.GetProperty("rejected").EnumerateArray().Single();
        Assert.Equal(example.Groups["rejected"].Value, $"{rejected.GetProperty("source")}: {rejected.GetProperty("reason")}");
    }

    // ```csv, the file, ```; ``` the line of the log, ```; ```bash curl … -d 'request' ```; ```json the answer ```
    [GeneratedRegex("```csv\n(?<csv>[^`]+)```.*?```\n(?<rejected>dictionary\\.csv[^`\n]+)\n```.*?curl [^']+'(?<request>[^']+)'\n```\n```json\n(?<answer>[^`\n]+)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
