using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Sessions;

/// <summary>Each rule of the engine on an address that is wrong without it.</summary>
public sealed class RuleTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    private readonly StandardizerSession session = data.Standardizer.CreateSession();

    [Theory]
    [InlineData("朝阳区", null, "two cities have one")]
    [InlineData("长春朝阳区", "吉林省", "the city before it decides")]
    [InlineData("江西省上饶市浙江省杭州市西湖区文一西路1号", "浙江省", "a wrong beginning and then the address itself")]
    [InlineData("宁波江北区", "浙江省", "the region of another municipality must not win")]
    public void Province_IsSaidOnlyWhenCertain(string address, string? province, string why) =>
        Assert.True(session.Standardize(address).Province == province, why);

    [Theory]
    [InlineData("杭州市江干区下沙街道2号大街1号", "钱塘区")]
    [InlineData("杭州市江干区九堡镇九环路1号", "上城区")]
    public void SplitRegion_TownBelow_DecidesWhichPart(string address, string region) => Assert.Equal(region, session.Standardize(address).Region);

    [Theory]
    [InlineData("温州市瓯海区梧田镇", "梧田街道")]
    [InlineData("上海市浦东新区张江镇", "张江镇")]
    [InlineData("杭州市余杭区五常街道办事处", "五常街道")]
    public void Town_WrittenWithAnotherSuffix_IsTheOfficialOne(string address, string town) => Assert.Equal(town, session.Standardize(address).Town);

    [Fact]
    public void CityWithoutRegions_TownBelow_HasTheCityAsRegion()
    {
        AddressParts parts = session.Standardize("东莞虎门镇");
        Assert.Equal(("东莞市", "东莞市", "虎门镇"), (parts.City, parts.Region, parts.Town));
    }

    [Fact]
    public void TwoAddresses_AreNeverMixed()
    {
        AddressParts parts = session.Standardize("北京市朝阳区建国路88号;上海市浦东新区世纪大道100号");
        Assert.Equal(("北京市", "朝阳区", "建国路", 88), (parts.Province, parts.Region, parts.Road, parts.HouseNumber));
    }

    [Theory]
    [InlineData("上海市黄浦区人民大道200号(近西藏中路)", "人民大道")]
    [InlineData("上海市黄浦区(近西藏中路)", null)]
    public void RoadInBrackets_IsAHint(string address, string? road) => Assert.Equal(road, session.Standardize(address).Road);

    [Theory]
    [InlineData("北京市朝阳区建国路88号院3号楼", 88)]
    [InlineData("南京市玄武区中山路十八号", 18)]
    [InlineData("北京市西城区西单北大街一百二十号", 120)]
    [InlineData("杭州市西湖区文一西路3号楼", -1)]
    public void HouseNumber_IsThatOfTheHouse(string address, int number) => Assert.Equal(number, session.Standardize(address).HouseNumber);

    [Theory]
    [InlineData("北京市海淀区中关村大街1号海龙大厦张三13800000000")]
    [InlineData("北京市海淀区中关村大街1号海龙大厦【放门口】")]
    [InlineData("收件人张三 北京市海淀区中关村大街1号海龙大厦")]
    public void Noise_IsInNoField(string address)
    {
        AddressParts parts = session.Standardize(address);
        Assert.Equal(
            ["北京市", "北京市", "海淀区", "中关村大街", "1号", "海龙大厦"],
            parts.Segments);
    }

    [Theory]
    [InlineData("省", "浙江")]
    [InlineData("市", "杭州市")]
    [InlineData("区", "武侯区")]
    [InlineData("街道", "昆山市玉山镇")]
    [InlineData("村", "凤阳县小溪河镇小岗村")]
    [InlineData("路", "北京市丰台区丰台北路")]
    [InlineData("门牌号", "杭州市西湖区文二西路1号")]
    [InlineData("写字楼", "北京市海淀区中关村大街1号海龙大厦")]
    public void Level_IsTheFinestFound(string level, string address) => Assert.Equal(level, session.Standardize(address).Level);

    [Fact]
    public void Explain_SaysWhichRuleAndWhoLost()
    {
        Explanation explanation = data.Standardizer.Explain("贵阳白云区");
        Decision region = Assert.Single(explanation.Decisions, decision => decision.Field == "region");
        Assert.Equal(("白云区", "official-name", 2, 3), (region.Value, region.Rule, region.Start, region.Length));
        LostCandidate lost = Assert.Single(region.Lost, candidate => candidate.Value == "广东省/广州市/白云区");
        Assert.True(lost.LostBy > 0);
        Assert.Equal(region.Score, lost.Score + lost.LostBy);
    }

    [Fact]
    public void Explain_CitySaidTwice_SaysThatNoCountyIsMeant()
    {
        Explanation explanation = data.Standardizer.Explain("长沙长沙人民路1号");

        Decision again = Assert.Single(explanation.Decisions, decision => decision.Rule == "said-again");
        Assert.Equal((2, 2, null), (again.Start, again.Length, again.Value));
    }
}
