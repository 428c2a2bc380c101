using CsCheck;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Tagging;

/// <summary>An address must be read alike on every processor, with wide vectors and without.</summary>
public sealed class FeatureTemplatesTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    [Fact]
    public void Fill_AnyText_IsTheSameOneByOne() =>
        Gen.String[Gen.Char["浙江省杭州市西湖区文三路号弄村组幢单元室大厦0123456789AB-("], 1, 120].Sample(
            text =>
            {
                TokenSequence tokens = new();
                DivisionTrace trace = new();
                DivisionMatcher matcher = new(data.Standardizer.Gazetteer);
                matcher.Read(text);
                tokens.Read(text);
                trace.Read(tokens, matcher.ByLevel(), 0);
                uint[] fast = new uint[FeatureTemplates.Lanes];
                uint[] slow = new uint[FeatureTemplates.Lanes];
                for (int token = 0; token < tokens.Count; token++)
                {
                    FeatureTemplates.Fill(tokens, trace, token, fast);
                    FeatureTemplates.FillOneByOne(tokens, trace, token, slow);
                    Assert.Equal(slow[..FeatureTemplates.Count], fast[..FeatureTemplates.Count]);
                }
            },
            iter: 100);

    [Fact]
    public void Fill_OneCharacterFar_ChangesNothingNearItsOtherEnd()
    {
        uint[] near = Features("杭州市西湖区文三路", 0);

        Assert.Equal(near, Features("杭州市西湖区文三街", 0));
        Assert.NotEqual(near, Features("扬州市西湖区文三路", 0));
    }

    private static uint[] Features(string text, int token)
    {
        TokenSequence tokens = new();
        DivisionTrace trace = new();
        tokens.Read(text);
        trace.Read(tokens, [], 0);
        uint[] features = new uint[FeatureTemplates.Lanes];
        FeatureTemplates.Fill(tokens, trace, token, features);
        return [.. features.AsSpan(0, 5)];
    }
}
