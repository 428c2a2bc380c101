using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PlanetGraph.Data.Synthetic;

namespace PlanetGraph.Data.Tests.Synthetic;

/// <summary>`make sample` writes what the batch must read: each format, each encoding, every row.</summary>
public sealed class SampleFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("planet-graph-sample-").FullName;

    public SampleFilesTests() => SampleFiles.Write(new SampleAddresses(Repository.File("service/data/divisions.tsv.br"), 3), folder, 1003);

    [Fact]
    public void Write_AllFiles_HoldAllRows()
    {
        int rows = File.ReadLines(Path.Combine(folder, "customers.txt")).Count() + File.ReadLines(Path.Combine(folder, "big.txt")).Count() + Csv().Length - 1 + Json().Count;

        Assert.Equal(1003, rows);
    }

    [Fact]
    public void Write_Csv_IsGbkWithAnAddressColumn()
    {
        Assert.Equal("id,address,amount", Csv().First());
        Assert.Contains(Csv().Skip(1), line => line.Contains('路'));
        Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, true).GetString(File.ReadAllBytes(Path.Combine(folder, "orders.csv"))));
    }

    [Fact]
    public void Write_JsonLines_ParseAndCarryAnAddress() => Assert.All(Json(), line => Assert.NotEqual(string.Empty, JsonDocument.Parse(line).RootElement.GetProperty("addr").GetString()));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string[] Csv() => File.ReadAllLines(Path.Combine(folder, "orders.csv"), Encoding.GetEncoding("gb18030"));

    private List<string> Json()
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(Path.Combine(folder, "archive", "parcels.jsonl.gz")), CompressionMode.Decompress));
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
