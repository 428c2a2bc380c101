using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tests.HardCases;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Tests.Matching;

/// <summary>A name that is not matched can neither be tagged nor resolved.</summary>
public sealed class DivisionMatcherTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    private readonly DivisionMatcher matcher = new(data.Standardizer.Gazetteer);

    [Fact]
    public void Read_EveryOfficialName_IsFoundWhole()
    {
        Gazetteer gazetteer = data.Standardizer.Gazetteer;
        NormalizedText text = new(gazetteer);
        for (int unit = 0; unit < gazetteer.LevelStart(4); unit++)
        {
            text.Read(gazetteer.Name(unit));
            matcher.Read(text.Span);
            Assert.Contains(matcher.Matches.ToArray(), match => match.Start == 0 && match.Length == text.Span.Length && References(match).Contains(unit));
        }
    }

    [Theory]
    [InlineData("青海西宁", "海西", true)]
    [InlineData("西湖区", "西湖", true)]
    [InlineData("你好世界", "世界", false)]
    public void Read_OverlappingNames_AreAllFound(string text, string name, bool found)
    {
        matcher.Read(text);
        Assert.Equal(found, matcher.Matches.ToArray().Any(match => (match.Short & (LevelSet.City | LevelSet.Region)) != 0 && text.Substring(match.Start, match.Length) == name));
    }

    [Theory]
    [InlineData("杭州市西湖区", true)]
    [InlineData("南昌市西湖区", true)]
    [InlineData("北京市西湖区", false)]
    public void Read_ParentNamedElsewhere_MakesARegionConsistent(string text, bool consistent)
    {
        matcher.Read(text);
        NameMatch region = Assert.Single(matcher.Matches.ToArray(), match => match.Start == 3 && match.Length == 3);
        Assert.Equal(consistent, (region.Consistent & LevelSet.Region) != 0);
    }

    private IEnumerable<int> References(NameMatch match) =>
        data.Standardizer.Gazetteer.ReferencesOf(match.Name).ToArray().Select(reference => reference.Unit);
}
