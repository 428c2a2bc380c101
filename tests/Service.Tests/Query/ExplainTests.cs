using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PlanetGraph.Service.Tests.Query;

public sealed class ExplainTests(SharedService shared)
{
    private const string Path = "/planet-graph/v2/address/explain";
    private readonly RunningService service = shared.Service;

    [Fact]
    public async Task Explain_AnAddress_SaysWhereEachPartLiesAndWhichRuleFoundIt()
    {
        const string address = "浙江省杭州市西湖区文三路478号";
        var explanation = await service.Client.GetFromJsonAsync<JsonNode>($"{Path}?addr={address}", TestContext.Current.CancellationToken);

        var region = explanation!["decisions"]!.AsArray().Single(decision => (string?)decision!["field"] == "region")!;
        Assert.Equal("西湖区", (string?)region["value"]);
        Assert.Equal("西湖区", address.Substring((int)region["start"]!, (int)region["length"]!));
        Assert.NotEmpty((string)region["rule"]!);
        Assert.NotEmpty((string)region["reason"]!);
    }

    [Fact]
    public async Task Explain_SameNameInTwoCities_NamesTheLoserAndByHowMuch()
    {
        var explanation = await service.Client.GetFromJsonAsync<JsonNode>($"{Path}?addr=长春朝阳区", TestContext.Current.CancellationToken);

        var lost = explanation!["decisions"]!.AsArray().SelectMany(decision => decision!["lost"]!.AsArray()).ToArray();
        Assert.Contains(lost, candidate => ((string)candidate!["value"]!).Contains("北京市", StringComparison.Ordinal) && (double)candidate["lostBy"]! > 0);
    }

    [Fact]
    public async Task Explain_GivesTheAnswerOfStandardize()
    {
        const string address = "上海浦东新区张江镇碧波路690号";
        var explanation = await service.Client.GetFromJsonAsync<JsonNode>($"{Path}?addr={address}", TestContext.Current.CancellationToken);
        using var answer = await service.PostAsync($$"""{"addrs":["{{address}}"]}""");
        var entry = (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["addrs"]![0];

        Assert.Equal(entry!.ToJsonString(), explanation!["parts"]!.ToJsonString());
    }

    [Fact]
    public async Task Explain_WithoutAnAddress_Is400()
    {
        using var answer = await service.Client.GetAsync(Path, TestContext.Current.CancellationToken);

        Assert.Contains("addr", (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Detail(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_TooLongAddress_Is400()
    {
        using var answer = await service.Client.GetAsync($"{Path}?addr={new string('a', 1001)}", TestContext.Current.CancellationToken);

        Assert.Contains("1001 characters", (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Detail(), StringComparison.Ordinal);
    }
}
