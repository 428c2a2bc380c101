using PlanetGraph.Data.Compile;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Tests.Compile;

/// <summary>A town that the source names after its region is found by the name people write, and a road named like it stays a road.</summary>
public sealed class TownNamesTests
{
    [Theory]
    [InlineData("四平市铁东区山门镇", "山门镇")]
    [InlineData("铁东区平东街道", "平东街道")]
    [InlineData("叶赫满族镇", "叶赫满族镇")]
    [InlineData("四平市经济开发区", "四平市经济开发区")]
    [InlineData("铁东区镇", "铁东区镇")]
    public void WithoutParents_NameOfTheSource_LeavesTheTownsOwn(string name, string expected)
    {
        Division region = new Division("吉林省", DivisionLevel.Province, null).Add("四平市", DivisionLevel.City).Add("铁东区", DivisionLevel.Region);

        Assert.Equal(expected, TownNames.WithoutParents(name, region));
    }
}
