using System.Net;
using System.Text;
using System.Text.Json;

namespace PlanetGraph.Service.Tests.Standardize;

public sealed class RefusalTests(SharedService shared)
{
    private const int MaxBytes = 8 * 1024 * 1024;
    private readonly RunningService service = shared.Service;

    [Theory]
    [InlineData("", "The body is empty")]
    [InlineData("北京", "The body is not JSON: line 1, byte 1")]
    [InlineData("{\"addrs\":[\"北京\"],\n oops}", "The body is not JSON: line 2, byte 2")]
    [InlineData("{\"addrs\":[\"北京\"", "The body is not JSON")]
    [InlineData("{\"addrs\":[\"北京\"]} {}", "The body is not JSON")]
    [InlineData("[\"北京\"]", "not a JSON object")]
    [InlineData("{}", "has no addrs")]
    [InlineData("{\"addrs\":null}", "addrs is null, not a list")]
    [InlineData("{\"addrs\":\"北京\"}", "addrs is a string, not a list")]
    [InlineData("{\"addrs\":[\"北京\"],\"addrs\":[\"上海\"]}", "addrs twice")]
    public async Task Standardize_BodyIsNotARequest_SaysWhatIsWrong(string body, string sentence)
    {
        using var answer = await service.PostAsync(body);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Contains(sentence, problem.Detail(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"addrs":["北京",null]}""", 1, "addrs[1] is null")]
    [InlineData("""{"addrs":[5,"北京"]}""", 0, "addrs[0] is a number")]
    [InlineData("""{"addrs":["北京","上海",{"a":1}]}""", 2, "addrs[2] is an object")]
    [InlineData("""{"addrs":[[]]}""", 0, "addrs[0] is a list")]
    [InlineData("""{"addrs":[true]}""", 0, "addrs[0] is a boolean")]
    [InlineData("""{"addrs":["北京","\ud83d"]}""", 1, "addrs[1] is not valid text")]
    public async Task Standardize_OneEntryIsWrong_NamesItsIndex(string body, int index, string sentence)
    {
        using var answer = await service.PostAsync(body);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(index, (int)problem["index"]!);
        Assert.StartsWith(sentence, problem.Detail(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standardize_BodyInGbk_NamesTheEntryThatIsNotUtf8()
    {
        byte[] gbkBeijing = [0xB1, 0xB1, 0xBE, 0xA9];
        using var body = new ByteArrayContent([.. "{\"addrs\":[\"a\",\""u8, .. gbkBeijing, .. "\"]}"u8]);

        using var answer = await service.Client.PostAsync(RunningService.StandardizePath, body, TestContext.Current.CancellationToken);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(1, (int)problem["index"]!);
    }

    [Fact]
    public async Task Standardize_TenThousandAddresses_AreTaken()
    {
        using var answer = await service.PostAsync(JsonSerializer.Serialize(new { addrs = Enumerable.Repeat("", 10_000) }));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Standardize_OneAddressTooMany_Is413()
    {
        using var answer = await service.PostAsync(JsonSerializer.Serialize(new { addrs = Enumerable.Repeat("", 10_001) }));

        var problem = await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("more than 10000 entries", problem.Detail(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standardize_BodyOfExactlyTheLimit_IsTaken()
    {
        var body = Encoding.UTF8.GetBytes("""{"addrs":["北京"]}""".PadRight(MaxBytes - 4));
        Assert.Equal(MaxBytes, body.Length);

        using var answer = await service.Client.PostAsync(
            RunningService.StandardizePath, new ByteArrayContent(body), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("declared")]
    [InlineData("chunked")]
    [InlineData("gzip")]
    public async Task Standardize_BodyOverTheLimit_Is413(string form)
    {
        var body = new byte[MaxBytes + 1];
        Array.Fill(body, (byte)' ');
        using var request = new HttpRequestMessage(HttpMethod.Post, RunningService.StandardizePath)
        {
            Content = form == "gzip" ? StandardizeTests.Compressed(body) : new ByteArrayContent(body),
        };
        request.Headers.TransferEncodingChunked = form == "chunked";

        using var answer = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var problem = await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("larger than 8388608 bytes", problem.Detail(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standardize_AfterEveryRefusal_TheConnectionStillAnswers()
    {
        using var refused = await service.PostAsync("{\"addrs\":[null]}");
        using var answer = await service.PostAsync("{\"addrs\":[\"北京\"]}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task UnknownPath_IsAProblemToo()
    {
        using var answer = await service.Client.GetAsync("/planet-graph/v3", TestContext.Current.CancellationToken);

        await answer.ProblemAsync(HttpStatusCode.NotFound);
    }
}
