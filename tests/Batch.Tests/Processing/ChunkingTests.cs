using System.Text;
using CsCheck;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Planning;

namespace PlanetGraph.Batch.Tests.Processing;

/// <summary>However a file is cut, its result is the same bytes.</summary>
public sealed class ChunkingTests
{
    private static readonly string[] Fields = ["北京", "", "a,b", "line\nbreak", "say \"hi\"", "\"", "\r", "毒", "x\r\ny", "长长长长长长长长长长", "\"\n\"", ",", "tab\there"];
    private static readonly string[] LineEnds = ["\n", "\r\n"];

    private static readonly Gen<string> TextFile = Rows(Gen.OneOf(Fields).Select(field => field.ReplaceLineEndings("")));

    private static readonly Gen<string> CsvFile = Gen.Select(Rows(Gen.OneOf(Fields).Array[1, 3].Select(Csv)), Gen.Bool)
        .Select((rows, header) => (header ? "id,\"add\nress\",addr\n" : "addr,b\n") + rows);

    // Whatever bytes stand in a csv: quotes that open and never close among them.
    private static readonly Gen<string> WildCsvFile = Gen.OneOf("a", "\"", "\n", ",", "\"\"", "\r\n", "北", "\",\"").Array[0, 60].Select(parts => "addr\n" + string.Concat(parts));

    private static readonly Gen<string> JsonlFile = Rows(Gen.Select(Gen.OneOf(Fields), Gen.OneOf("{}", "[", "")).Select((field, bad) =>
        bad.Length > 0 ? bad : System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { ["id"] = 5, ["addr"] = field })));

    [Theory]
    [InlineData("f.txt")]
    [InlineData("f.csv")]
    [InlineData("wild.csv")]
    [InlineData("f.jsonl")]
    public async Task AnyChunkSize_GivesTheResultOfOneChunk(string path)
    {
        var content = path switch
        {
            "f.txt" => TextFile,
            "f.csv" => CsvFile,
            "wild.csv" => WildCsvFile,
            _ => JsonlFile,
        };
        await Gen.Select(content, Gen.Int[1, 40], Gen.OneOf("utf-8", "GB18030"), Gen.Bool).SampleAsync(
            async (text, chunkBytes, encoding, oneGo) =>
            {
                // The encoding must be one that can be told: a page of plain Chinese stands in front.
                var bytes = Encode(path.EndsWith(".txt", StringComparison.Ordinal) ? "中华人民共和国\n" + text : text, encoding);
                var whole = await ResultAsync(path, bytes, 1 << 20, oneGo: false);
                var cut = await ResultAsync(path, bytes, chunkBytes, oneGo);
                Assert.Equal(whole, cut);
            },
            iter: 25, threads: 1);
    }

    private static async Task<IReadOnlyDictionary<string, string>> ResultAsync(string path, byte[] bytes, int chunkBytes, bool oneGo)
    {
        using var run = new Run { Planning = new PlanningOptions { ChunkBytes = chunkBytes, PackBytes = 0 } };
        run.With(path, bytes);
        run.ResultStorage = new FaultyResultStorage(run.ResultStorage) { OneGo = oneGo };
        run.Service = new EchoService(batchesInFlight: oneGo ? 3 : 1);
        var ended = await run.GoAsync();
        Assert.NotNull(ended);
        Assert.True(ended.State == RunState.Complete || run.Reason(path).Contains("column", StringComparison.Ordinal) || run.Reason(path).Contains("header", StringComparison.Ordinal), run.Reason(path));
        return run.Files();
    }

    private static Gen<string> Rows(Gen<string> row) =>
        Gen.Select(Gen.Select(row, Gen.OneOf(LineEnds)).Array[0, 12], Gen.Bool).Select((rows, endsWithLineEnd) =>
        {
            var text = string.Concat(rows.Select(row => row.Item1 + row.Item2));
            return endsWithLineEnd ? text : text.TrimEnd('\n');
        });

    private static string Csv(string[] fields) => string.Join(',', fields.Select(field =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    private static byte[] Encode(string text, string encoding) => (encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!).GetBytes(text);
}
