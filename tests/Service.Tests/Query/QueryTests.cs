using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PlanetGraph.Service.Tests.Query;

public sealed class QueryTests(SharedService shared)
{
    private readonly RunningService service = shared.Service;

    [Fact]
    public async Task Provinces_AreAllThirtyFour()
    {
        var names = await NamesAsync("provinces", "provinces");

        Assert.Equal(34, names.Length);
        Assert.Equal("北京市", names[0]);
        Assert.Contains("新疆维吾尔自治区", names);
        Assert.Contains("台湾省", names);
    }

    [Theory]
    [InlineData("cities?province=浙江省", "cities", "杭州市")]
    [InlineData("regions?province=浙江省&city=杭州市", "regions", "西湖区")]
    [InlineData("towns?province=浙江省&city=杭州市&region=西湖区", "towns", "古荡街道")]
    [InlineData("/regions?province=上海市&city=上海市", "regions", "浦东新区")]
    public async Task Children_OfAParent_AreListed(string query, string member, string one) => Assert.Contains(one, await NamesAsync(query, member));

    [Theory]
    [InlineData("cities?province=火星省", "火星省")]
    [InlineData("regions?province=浙江省&city=长春市", "长春市")]
    [InlineData("towns?province=浙江省&city=杭州市&region=海淀区", "海淀区")]
    public async Task Children_OfAnUnknownParent_Are404WithItsName(string query, string name)
    {
        using var answer = await service.Client.GetAsync($"/planet-graph/v2/query/{query}", TestContext.Current.CancellationToken);

        Assert.Contains(name, (await answer.ProblemAsync(HttpStatusCode.NotFound)).Detail(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cities")]
    [InlineData("regions?city=杭州市")]
    [InlineData("towns?province=")]
    public async Task Children_WithoutAProvince_Are400(string query)
    {
        using var answer = await service.Client.GetAsync($"/planet-graph/v2/query/{query}", TestContext.Current.CancellationToken);

        Assert.Contains("province", (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Detail(), StringComparison.Ordinal);
    }

    private async Task<string[]> NamesAsync(string query, string member)
    {
        var answer = await service.Client.GetFromJsonAsync<JsonNode>($"/planet-graph/v2/query/{query}", TestContext.Current.CancellationToken);
        return [.. answer![member]!.AsArray().Select(name => (string)name!)];
    }
}
