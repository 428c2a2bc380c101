using System.Net;
using System.Text.RegularExpressions;

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
    public async Task Page_AllowsNoForeignContent()
    {
        using var answer = await service.Client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Contains("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    // src="page/page.js", from "./words.js"
    [GeneratedRegex("\"(?:page|\\.)/(?<name>[a-z]+\\.(?:js|css|svg))\"")]
    private static partial Regex FileName();
}
