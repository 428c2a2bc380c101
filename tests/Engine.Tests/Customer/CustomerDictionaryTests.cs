using System.Buffers;
using System.Text;
using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Customer;

/// <summary>A customer's names must come out as he wrote them, where he said they lie, and nowhere else.</summary>
public sealed class CustomerDictionaryTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    private static readonly CustomerEntry Estate = new(
        CustomerEntryKind.Residential, "星河湾", Official: "星河湾花园(上海)", Province: "上海市", Region: "闵行区");

    [Theory]
    [InlineData(CustomerEntryKind.Company, "company")]
    [InlineData(CustomerEntryKind.Residential, "residential")]
    [InlineData(CustomerEntryKind.Office, "office")]
    [InlineData(CustomerEntryKind.Mall, "mall")]
    [InlineData(CustomerEntryKind.BusinessCircle, "businessCircle")]
    public void Place_NamedInTheText_TakesItsField(CustomerEntryKind kind, string field)
    {
        string json = Json(With(new CustomerEntry(kind, "云谷天境", Province: "浙江省", City: "杭州市")), "浙江省杭州市西湖区文三路1号云谷天境");

        Assert.Contains($"\"{field}\":\"云谷天境\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Place_WithOfficialName_IsAnsweredByIt() =>
        Assert.Equal("星河湾花园(上海)", Read("上海市闵行区都市路星河湾3号楼", Estate).Residential);

    [Fact]
    public void Place_AloneInTheText_BringsItsDivision()
    {
        AddressParts parts = Read("星河湾3号楼", Estate);

        Assert.Equal(("上海市", "上海市", "闵行区"), (parts.Province, parts.City, parts.Region));
    }

    [Fact]
    public void Place_OfAnotherCity_IsNotTheOneMeant() =>
        Assert.NotEqual(Estate.Official, Read("北京市朝阳区星河湾3号楼", Estate).Residential);

    [Fact]
    public void Place_OfTwoCities_IsThatOfTheTextsCity()
    {
        CustomerEntry other = Estate with { Official = "星河湾(广州)", Province = "广东省", City = "广州市", Region = "番禺区" };

        Assert.Equal("星河湾(广州)", Read("广州市番禺区星河湾", Estate, other).Residential);
        Assert.Equal("星河湾花园(上海)", Read("上海市星河湾", Estate, other).Residential);
    }

    [Fact]
    public void Place_OfTwoCitiesAlone_SettlesNoDivision() =>
        Assert.Null(Read("星河湾", Estate, Estate with { Province = "广东省", City = "广州市", Region = "番禺区" }).Province);

    [Fact]
    public void Place_NamedAfterARoad_IsNoRoad()
    {
        AddressParts parts = Read("上海市黄浦区人民路大观园", new CustomerEntry(CustomerEntryKind.Mall, "人民路大观园"));

        Assert.Equal(("人民路大观园", null), (parts.Mall, parts.Road));
    }

    [Fact]
    public void Place_WrittenTwice_LaterRowWins() =>
        Assert.Equal("第二", Read("上海市闵行区星河湾", Estate, Estate with { Official = "第二" }).Residential);

    [Fact]
    public void Name_InTraditionalCharactersWithBlanks_IsFoundInSimplifiedText() =>
        Assert.Equal("雲谷 天境", Read("杭州市云谷天境", new CustomerEntry(CustomerEntryKind.Residential, "雲谷 天境")).Residential);

    [Fact]
    public void Alias_IsReadAsTheDivision()
    {
        AddressParts parts = Read("上海老城厢方浜中路100号", new CustomerEntry(CustomerEntryKind.Alias, "老城厢", Official: "黄浦区", Province: "上海市"));

        Assert.Equal(("上海市", "黄浦区", "方浜中路", 100), (parts.City, parts.Region, parts.Road, parts.HouseNumber));
    }

    [Fact]
    public void Alias_AloneInTheText_BringsTheDivisionsAbove() =>
        Assert.Equal("浙江省", Read("大城西", new CustomerEntry(CustomerEntryKind.Alias, "大城西", Official: "余杭区", City: "杭州市")).Province);

    [Fact]
    public void Alias_InARoadsName_IsNotTouched() =>
        Assert.Equal("老城厢路", Read("上海市浦东新区老城厢路5号", new CustomerEntry(CustomerEntryKind.Alias, "老城厢", Official: "黄浦区", Province: "上海市")).Road);

    [Fact]
    public void Explain_Alias_NamesTheRowAndTheTextItStandsFor()
    {
        using Standardizer standardizer = With(new CustomerEntry(CustomerEntryKind.Alias, "老城厢", Official: "黄浦区", Province: "上海市", Source: "aliases.csv:7"));

        Decision region = standardizer.Explain("在老城厢方浜中路100号").Decisions.Single(decision => decision.Field == "region");

        Assert.Equal(("黄浦区", 1, 3, "customer-dictionary"), (region.Value, region.Start, region.Length, region.Rule));
        Assert.Contains("aliases.csv:7", region.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Division_TheDataLacks_IsAnsweredWithItsParents()
    {
        AddressParts parts = Read("云启街道12号", new CustomerEntry(CustomerEntryKind.Division, "云启街道", Province: "浙江省", City: "杭州市", Region: "余杭区"));

        Assert.Equal(("浙江省", "杭州市", "余杭区", "云启街道"), (parts.Province, parts.City, parts.Region, parts.Town));
    }

    [Fact]
    public void Division_BelowACityWithoutRegions_IsATown() =>
        Assert.Equal("云启镇", Read("东莞市云启镇", new CustomerEntry(CustomerEntryKind.Division, "云启镇", Province: "广东省", City: "东莞市")).Town);

    [Fact]
    public void WrongRow_IsReportedAndTheRestHolds()
    {
        CustomerEntry wrong = Estate with { Name = "错误", Region = "不存在区" };
        using Standardizer standardizer = With(wrong, Estate);

        RejectedEntry rejected = Assert.Single(standardizer.RejectedEntries);
        Assert.Same(wrong, rejected.Entry);
        Assert.Equal("There is no region 不存在区 in 上海市.", rejected.Reason);
        Assert.Equal(Estate.Official, standardizer.CreateSession().Standardize("上海市闵行区星河湾").Residential);
    }

    [Theory]
    [InlineData("朝阳区", null, "not one in")]
    [InlineData("没有区", null, "There is no division 没有区")]
    [InlineData(null, null, "does not say which division")]
    [InlineData("朝阳区", "杭洲郡", "There is no city 杭洲郡")]
    public void Alias_OfNoSingleDivision_IsReportedWithWhatToDo(string? official, string? city, string reason)
    {
        using Standardizer standardizer = With(new CustomerEntry(CustomerEntryKind.Alias, "某地方", Official: official, City: city));

        Assert.Contains(reason, Assert.Single(standardizer.RejectedEntries).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Dictionary_LeavesTheStandardizerItWasMadeFromAlone()
    {
        string before = Json(data.Standardizer, "上海市闵行区星河湾3号楼");
        using Standardizer with = With(Estate);

        Assert.NotEqual(before, Json(with, "上海市闵行区星河湾3号楼"));
        Assert.Equal(before, Json(data.Standardizer, "上海市闵行区星河湾3号楼"));
    }

    [Fact]
    public void Dictionary_WithoutANameOfTheText_ChangesNothing()
    {
        using Standardizer with = With(new CustomerEntry(CustomerEntryKind.Mall, "谁也没写过的商场"), new CustomerEntry(CustomerEntryKind.Alias, "谁也没写过", Official: "西湖区", City: "杭州市"));

        Assert.All(HardCase.Read("own-cases.jsonl"), hard => Assert.Equal(Json(data.Standardizer, hard.Address), Json(with, hard.Address)));
    }

    private Standardizer With(params CustomerEntry[] entries) => data.Standardizer.WithDictionary(new CustomerDictionary(entries));

    private AddressParts Read(string address, params CustomerEntry[] entries)
    {
        using Standardizer standardizer = With(entries);
        return standardizer.CreateSession().Standardize(address);
    }

    private static string Json(Standardizer standardizer, string address)
    {
        ArrayBufferWriter<byte> output = new();
        standardizer.CreateSession().WriteJson(address, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
