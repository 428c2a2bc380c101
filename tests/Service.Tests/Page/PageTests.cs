using System.Net;
using System.Text.RegularExpressions;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Service.Tests.Page;

public sealed partial class PageTests(SharedService shared)
{
    private readonly RunningService service = shared.Service;

    [Fact]
    public async Task Page_EveryFileItNames_IsServed()
    {
        var pending = new Queue<string>(["/"]);
        var seen = new HashSet<string>();
        while (pending.TryDequeue(out var path))
        {
            if (!seen.Add(path))
            {
                continue;
            }

            var text = await service.TextAsync(path);
            Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
            foreach (Match name in FileName().Matches(text))
            {
                pending.Enqueue("/page/" + name.Groups["name"].Value);
            }
        }

        Assert.Superset(new HashSet<string> { "/", "/page/tokens.css", "/page/page.css", "/page/page.js", "/page/words.js", "/page/mark.svg" }, seen);
    }

    [Fact]
    public async Task Page_AskedAgainWithItsTag_IsNotSentAgain()
    {
        using var first = await service.Client.GetAsync("/page/page.css", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page/page.css") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var again = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Page_ReasonsInChinese_AreThereForEveryRuleOfTheEngine()
    {
        var book = await File.ReadAllTextAsync(
            Path.Combine(RepositoryFolder.Path, "service/engine/Rules/RuleBook.cs"), TestContext.Current.CancellationToken);
        var rules = RuleName().Matches(book).Select(match => match.Groups["name"].Value).ToHashSet();

        var translated = TranslatedName().Matches(await service.TextAsync("/page/reasons.js")).Select(match => match.Groups["name"].Value).ToHashSet();

        Assert.NotEmpty(rules);
        Assert.Equal(rules.Order(), translated.Order());
    }

    [Fact]
    public async Task Page_AllowsNoForeignContent()
    {
        using var answer = await service.Client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Contains("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    // new(RuleId.OfficialName, "official-name", 10, …
    [GeneratedRegex("new\\(RuleId\\.\\w+, \"(?<name>[a-z-]+)\"")]
    private static partial Regex RuleName();

    // "official-name": "…",
    [GeneratedRegex("^  \"(?<name>[a-z-]+)\":", RegexOptions.Multiline)]
    private static partial Regex TranslatedName();

    // src="page/page.js", from "./words.js"
    [GeneratedRegex("\"(?:page|\\.)/(?<name>[a-z]+\\.(?:js|css|svg))\"")]
    private static partial Regex FileName();
}
