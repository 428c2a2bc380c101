using System.IO.Compression;
using System.Text;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Tests.Processing;

/// <summary>What comes out for what goes in.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly Run run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [InlineData(1, 20)]
    [InlineData(7, 3)]
    [InlineData(500, 1)]
    public async Task BatchSize_SaysHowManyRowsACallHas_AndChangesNothingElse(int batchRows, int calls)
    {
        var service = new EchoService(batchesInFlight: 2, batchRows);
        run.Service = service;
        run.With("a.txt", string.Concat(Enumerable.Range(10, 20).Select(row => $"北京{row}\n")));

        Assert.Equal(RunState.Complete, (await run.GoAsync())!.State);

        Assert.Equal(calls, service.Asked);
        Assert.Equal(Enumerable.Range(10, 20).Select(row => Row($"北京{row}", 4)), run.Lines("a.txt.jsonl"));
    }

    [Fact]
    public async Task Text_Lines_BecomeOneObjectEach()
    {
        run.With("a.txt", "北京\n\n\"引\\号\"\t上海");
        Assert.Equal(RunState.Complete, (await run.GoAsync())!.State);
        Assert.Equal([Row("北京", 2), Row("", 0), Row("\\\"引\\\\号\\\"\\t上海", 8)], run.Lines("a.txt.jsonl"));
        Assert.Contains("_SUCCESS", run.Files().Keys);
        Assert.DoesNotContain("a.txt.errors.jsonl", run.Files().Keys);
    }

    [Fact]
    public async Task Csv_QuotedFieldsOverLines_KeepTheirColumnsInFront()
    {
        run.With("a.csv", "\uFEFFid,名 称,Address,province\r\n1,\"a \"\"b\"\"\nc\",\"北京,朝阳\",x\r\n\r\n2,,上海,\n");
        await run.GoAsync();
        Assert.Equal(
            [
                """{"id":"1","名 称":"a \"b\"\nc","input_province":"x",""" + Row("北京,朝阳", 5)[1..],
                """{"id":"2","名 称":"","input_province":"",""" + Row("上海", 2)[1..],
            ],
            run.Lines("a.csv.jsonl"));
    }

    [Fact]
    public async Task Csv_ToCsv_KeepsItsColumnsAndAddsOurs()
    {
        run.Settings = run.Settings with { Format = OutputFormat.Csv };
        run.With("a.csv", "id,addr\n7,\"北京,\"\"朝阳\"\"\"\n8,毒\n9\n");
        await run.GoAsync();
        Assert.Equal(
            [
                "id,addr,segments,province,city,region,town,village,houseNumber,company,road,residential,office,mall,businessCircle,level,error",
                "7,\"北京,\"\"朝阳\"\"\",省/市,,7,,,,-1,,,,,,,市,",
                "8,毒,,,,,,,,,,,,,,,the service breaks over this address",
                "9,,,,,,,,,,,,,,,,the row has 1 columns and the address is column 2",
            ],
            run.Lines("a.csv.csv"));
        Assert.Equal(2, run.Lines("a.csv.errors.jsonl").Length);
    }

    [Fact]
    public async Task Tsv_NamedColumn_IsTheAddress()
    {
        run.Settings = run.Settings with { AddressColumn = "送货" };
        run.With("a.tsv", "id\t送货\t地址\n1\t北京, 朝阳\tx\n");
        await run.GoAsync();
        Assert.Equal(["""{"id":"1","地址":"x",""" + Row("北京, 朝阳", 6)[1..]], run.Lines("a.tsv.jsonl"));
    }

    [Fact]
    public async Task Jsonl_OtherMembers_StayAsTheyAre()
    {
        run.With("a.jsonl", "{\"id\": 1.50, \"addr\":\"\\u5317京\", \"deep\":{\"a\":[1,2]}, \"level\":\"x\"}\n\n{\"addr\":\"上海\"}");
        await run.GoAsync();
        Assert.Equal(
            ["""{"id":1.50,"deep":{"a":[1,2]},"input_level":"x",""" + Row("北京", 2)[1..], Row("上海", 2)],
            run.Lines("a.jsonl.jsonl"));
    }

    [Fact]
    public async Task Jsonl_ToCsv_HasTheFirstRowsMembersAndTheRest()
    {
        run.Settings = run.Settings with { Format = OutputFormat.Csv };
        run.With("a.jsonl", "{\"id\":1,\"addr\":\"北京\"}\n{\"x\":[1],\"addr\":\"上海\",\"y\":\"z\"}\n[]\n");
        await run.GoAsync();
        var lines = run.Lines("a.jsonl.csv");
        Assert.StartsWith("id,addr,rest,segments,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,北京,,省/市,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(",上海,\"{\"\"x\"\":[1],\"\"y\"\":\"\"z\"\"}\",省/市,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith(",,,,,", lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"addr\":null}", "addr is null, not a string")]
    [InlineData("{\"addr\":5}", "addr is a Number, not a string")]
    [InlineData("{\"addr\":{\"a\":1}}", "addr is a object, not a string")]
    [InlineData("{\"id\":1}", "the row has no 'addr'")]
    [InlineData("{\"addr\":\"a\"", "the row is no JSON object")]
    [InlineData("{\"addr\":\"a\"} x", "the row is no JSON object")]
    [InlineData("[1]", "the row is no JSON object")]
    [InlineData("{\"addr\":\"\\ud800\"}", "the row is no JSON object: it has half a surrogate pair")]
    public async Task Jsonl_BadRow_IsAnErrorRowBetweenGoodOnes(string bad, string reason)
    {
        run.With("a.jsonl", $"{{\"addr\":\"一\"}}\n{bad}\n{{\"addr\":\"二\"}}\n");
        Assert.Equal(RunState.Complete, (await run.GoAsync())!.State);
        var lines = run.Lines("a.jsonl.jsonl");
        Assert.Equal((Row("一", 1), Row("二", 1)), (lines[0], lines[2]));
        Assert.Contains("\"error\":\"" + reason, lines[1], StringComparison.Ordinal);
        Assert.Contains("{\"line\":2,\"reason\":\"" + reason, Assert.Single(run.Lines("a.jsonl.errors.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gb18030_Csv_IsReadAndWrittenAsUtf8()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        run.With("a.csv", gb.GetBytes("编号,地址\n1,北京市朝阳区建国路八十八号\n2,㐀𠀀龘\n"));
        run.With("b.txt", gb.GetBytes("上海市黄浦区人民大道\n"));
        await run.GoAsync();
        Assert.Equal(["""{"编号":"1",""" + Row("北京市朝阳区建国路八十八号", 13)[1..], """{"编号":"2",""" + Row("㐀𠀀龘", 4)[1..]], run.Lines("a.csv.jsonl"));
        Assert.Equal([Row("上海市黄浦区人民大道", 10)], run.Lines("b.txt.jsonl"));
    }

    [Fact]
    public async Task Gzip_OfSeveralMembers_IsReadThrough()
    {
        run.With("a.txt.gz", [.. Gzip("北京\n上"), .. Gzip("海\n广州")]);
        await run.GoAsync();
        Assert.Equal([Row("北京", 2), Row("上海", 2), Row("广州", 2)], run.Lines("a.txt.gz.jsonl"));
    }

    [Fact]
    public async Task Manifest_Run_HasEveryFileWithItsNumbers()
    {
        run.With("省/文 件.txt", "北京\n毒\n").With("empty.csv", "").With("c.pdf", "%PDF");
        await run.GoAsync();
        Assert.Equal("done: ", run.Reason("省/文 件.txt"));
        Assert.Equal("done: ", run.Reason("empty.csv"));
        Assert.StartsWith("skipped: not a file that is read", run.Reason("c.pdf"), StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(run.Result, "省/文 件.txt.jsonl"), TestContext.Current.CancellationToken);
        var hash = System.IO.Hashing.XxHash64.HashToUInt64(bytes).ToString("x16");
        Assert.Contains(
            $$"""{"path":"省/文 件.txt","state":"done","result":"省/文 件.txt.jsonl","rows":2,"errors":1,"bytes":{{bytes.Length}},"xxHash64":"{{hash}}"}""",
            run.Files()["manifest.json"], StringComparison.Ordinal);
        using var manifest = System.Text.Json.JsonDocument.Parse(run.Files()["manifest.json"]);
        Assert.Equal(2, manifest.RootElement.GetProperty("summary").GetProperty("sums").GetProperty("rows").GetInt64());
    }

    public static string Row(string escaped, int length) => $$"""{"addr":"{{escaped}}",{{EchoService.Answer(new string('x', length))[1..]}}""";

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
