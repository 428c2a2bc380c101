using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanetGraph.Service.Tests.Standardize;

public sealed class StandardizeTests(SharedService shared)
{
    private const string Beijing =
        """{"addrs":[{"segments":["北京市","北京市"],"province":"北京市","city":"北京市","region":null,"town":null,"village":null,"houseNumber":-1,"company":null,"road":null,"residential":null,"office":null,"mall":null,"businessCircle":null,"level":"市"}]}""";

    private const string Nothing =
        """{"segments":[],"province":null,"city":null,"region":null,"town":null,"village":null,"houseNumber":-1,"company":null,"road":null,"residential":null,"office":null,"mall":null,"businessCircle":null,"level":null}""";

    private readonly RunningService service = shared.Service;

    [Theory]
    [InlineData("/planet-graph/v2/address/standardize")]
    [InlineData("//planet-graph/v2/address/standardize")]
    [InlineData("//planet-graph//v2/address//standardize")]
    public async Task Standardize_TheOriginalsExample_GivesTheOriginalsBytes(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, service.Address.GetLeftPart(UriPartial.Authority) + path)
        {
            Content = new StringContent("""{"addrs":["北京"]}""", Encoding.UTF8, "application/json"),
        };

        using var answer = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Beijing, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Standardize_ManyAddresses_AnswersEachInItsPlace()
    {
        string[] cities = ["杭州", "南京", "成都", "广州"];
        var addresses = Enumerable.Range(0, 2_000).Select(i => cities[i % cities.Length]).ToArray();

        using var answer = await service.PostAsync(JsonSerializer.Serialize(new { addrs = addresses }));

        var entries = (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["addrs"]!.AsArray();
        Assert.Equal(addresses.Select(city => city + "市"), entries.Select(entry => (string?)entry!["city"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \\t ")]
    public async Task Standardize_EmptyAddress_GivesAnEntryWithoutParts(string address)
    {
        using var answer = await service.PostAsync($$"""{"addrs":["{{address}}"]}""");

        Assert.Equal($$"""{"addrs":[{{Nothing}}]}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Standardize_NoAddresses_GivesNoEntries()
    {
        using var answer = await service.PostAsync("""{"addrs":[]}""");

        Assert.Equal("""{"addrs":[]}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Standardize_AddressOver1000Characters_IsAnErrorOfItsOwnEntryOnly()
    {
        using var answer = await service.PostAsync(JsonSerializer.Serialize(new { addrs = new[] { "北京", new string('路', 1001), "北京" } }));

        var entries = (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["addrs"]!.AsArray();
        Assert.Equal("北京市", (string?)entries[0]!["province"]);
        Assert.Equal("the address has 1001 characters; at most 1000 are taken", (string?)entries[1]!["error"]);
        Assert.Equal(-1, (int)entries[1]!["houseNumber"]!);
        Assert.Equal("北京市", (string?)entries[2]!["province"]);
        Assert.False(entries[2]!.AsObject().ContainsKey("error"));
    }

    [Theory]
    [InlineData("""{"id":7,"options":{"addrs":["上海"]},"addrs":["北京"],"more":[1,{"a":null}]}""")]
    [InlineData("\uFEFF{\"addrs\":[\"北京\"]}")]
    [InlineData("""{"addrs":["\u5317\u4eac"]}""")]
    [InlineData(" \n {\t\"addrs\" : [ \"北京\" ] } \r\n")]
    public async Task Standardize_OtherFormsOfTheSameBody_GiveTheSameAnswer(string body)
    {
        using var answer = await service.PostAsync(body);

        Assert.Equal(Beijing, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Standardize_FormContentTypeAsCurlSends_IsTaken()
    {
        using var answer = await service.Client.PostAsync(
            RunningService.StandardizePath,
            new StringContent("""{"addrs":["北京"]}""", Encoding.UTF8, "application/x-www-form-urlencoded"),
            TestContext.Current.CancellationToken);

        Assert.Equal(Beijing, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Standardize_GzipBody_IsRead()
    {
        using var answer = await service.Client.PostAsync(
            RunningService.StandardizePath, Compressed("""{"addrs":["北京"]}"""u8.ToArray()), TestContext.Current.CancellationToken);

        Assert.Equal(Beijing, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    internal static ByteArrayContent Compressed(byte[] body)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return new ByteArrayContent(memory.ToArray()) { Headers = { ContentEncoding = { "gzip" } } };
    }
}
