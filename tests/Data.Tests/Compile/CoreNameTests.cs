using PlanetGraph.Data.Compile;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Tests.Compile;

/// <summary>People leave suffixes out; a wrong core is a name nobody writes, or one that means another place.</summary>
public sealed class CoreNameTests
{
    [Theory]
    [InlineData("浙江省", 0, "浙江")]
    [InlineData("广西壮族自治区", 0, "广西")]
    [InlineData("香港特别行政区", 0, "香港")]
    [InlineData("阿坝藏族羌族自治州", 1, "阿坝")]
    [InlineData("大兴安岭地区", 1, "大兴安岭")]
    [InlineData("陵水黎族自治县", 2, "陵水")]
    [InlineData("浦东新区", 2, "浦东")]
    [InlineData("东区", 2, null)]
    [InlineData("星沙街道", 3, "星沙")]
    [InlineData("长安镇", 3, "长安")]
    public void Of_CutsTheSuffix(string name, int level, string? core) => Assert.Equal(core, CoreName.Of(name, (DivisionLevel)level));

    [Theory]
    [InlineData("小岗村委会", "小岗")]
    [InlineData("多福巷社区居委会", "多福巷")]
    [InlineData("东村村委会", "东村")]
    [InlineData("银闸社区居民委员会", "银闸")]
    public void Village_CutsCommitteeAndSuffix(string name, string core) => Assert.Equal(core, CoreName.Village(name));

    [Fact]
    public void WithoutNationality_GivesTheShortFormsInUse() =>
        Assert.Equal(["延边州", "延边自治州"], CoreName.WithoutNationality("延边朝鲜族自治州", DivisionLevel.City));
}
