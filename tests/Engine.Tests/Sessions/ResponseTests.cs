using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Sessions;

/// <summary>The response object is a contract with the closed original: clients parse exactly these fields in this order.</summary>
public sealed class ResponseTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    private static readonly string[] Fields =
        ["segments", "province", "city", "region", "town", "village", "houseNumber", "company", "road", "residential", "office", "mall", "businessCircle", "level"];

    private readonly StandardizerSession session = data.Standardizer.CreateSession();

    [Fact]
    public void WriteJson_DocumentedExample_IsTheSameByteForByte() => Assert.Equal(
        """{"segments":["北京市","北京市"],"province":"北京市","city":"北京市","region":null,"town":null,"village":null,"houseNumber":-1,"company":null,"road":null,"residential":null,"office":null,"mall":null,"businessCircle":null,"level":"市"}""",
        Write("北京"));

    [Fact]
    public void WriteJson_EmptyText_IsAllNull() => Assert.Equal(
        """{"segments":[],"province":null,"city":null,"region":null,"town":null,"village":null,"houseNumber":-1,"company":null,"road":null,"residential":null,"office":null,"mall":null,"businessCircle":null,"level":null}""",
        Write(string.Empty));

    [Fact]
    public void WriteJson_AnyString_IsOneValidObjectWithTheDocumentedFields() =>
        AddressText().Sample(
            text =>
            {
                using JsonDocument document = JsonDocument.Parse(Write(text));
                return document.RootElement.EnumerateObject().Select(property => property.Name).SequenceEqual(Fields);
            },
            iter: 3000,
            threads: 1);

    [Fact]
    public void Standardize_AnyString_IsWhatWriteJsonWrites() =>
        AddressText().Sample(
            text =>
            {
                AddressParts parts = session.Standardize(text);
                using JsonDocument document = JsonDocument.Parse(Write(text));
                JsonElement root = document.RootElement;
                return root.GetProperty("province").GetString() == parts.Province
                    && root.GetProperty("town").GetString() == parts.Town
                    && root.GetProperty("houseNumber").GetInt32() == parts.HouseNumber
                    && root.GetProperty("level").GetString() == parts.Level
                    && root.GetProperty("segments").EnumerateArray().Select(segment => segment.GetString()).SequenceEqual(parts.Segments);
            },
            iter: 1000,
            threads: 1);

    [Fact]
    public void Explain_AnyString_PointsIntoTheTextAsGiven() =>
        AddressText().Sample(
            text => data.Standardizer.Explain(text).Decisions.All(decision =>
                decision.Start == -1 ? decision.Length == 0 : decision.Start >= 0 && decision.Start + decision.Length <= text.Length),
            iter: 1000,
            threads: 1);

    [Fact]
    public void WriteJson_QuotesAndBackslashes_AreEscaped()
    {
        using JsonDocument document = JsonDocument.Parse(Write("杭州市西湖区文\"一\\西路969号"));
        Assert.Equal("西湖区", document.RootElement.GetProperty("region").GetString());
    }

    [Fact]
    public void WriteJson_AfterDispose_Throws()
    {
        Standardizer other = Standardizer.Open(Path.Combine(AppContext.BaseDirectory, "data_stable.bin"));
        StandardizerSession orphan = other.CreateSession();
        other.Dispose();
        Assert.Throws<ObjectDisposedException>(() => orphan.Standardize("北京"));
    }

    /// <summary>Strings of address characters, of any characters, and of both, up to beyond the length that is read.</summary>
    private static Gen<string> AddressText()
    {
        string[] pieces =
        [
            "浙江省", "杭州", "西湖区", "朝阳", "北京市", "路", "12号", "－", "（", ")", " ", "文一西路", "镇", "村", "社区", "3幢", "一百二十号", ";", "江苏", "小区", "有限公司", "\ud83d", "\"", "\\", "\0", "臺灣",
        ];
        Gen<string> piece = Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
        return Gen.OneOf(piece.Array[0, 40].Select(string.Concat), Gen.String[0, 60], Gen.Select(piece, Gen.String[0, 20], string.Concat), piece.Array[300, 500].Select(string.Concat));
    }

    private string Write(string address)
    {
        ArrayBufferWriter<byte> output = new();
        session.WriteJson(address, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
