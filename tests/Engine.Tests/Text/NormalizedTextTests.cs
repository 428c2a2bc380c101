using CsCheck;
using PlanetGraph.Engine.Tests.HardCases;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Tests.Text;

/// <summary>Everything behind it sees only the normalized text, and colours the original by its origins.</summary>
public sealed class NormalizedTextTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    private readonly NormalizedText text = new(data.Standardizer.Gazetteer);

    [Theory]
    [InlineData("臺灣省　臺北市", "台湾省台北市")]
    [InlineData("１２号－３", "12号-3")]
    [InlineData(" 浙江省 杭州市 ", "浙江省杭州市")]
    [InlineData("88号 13800000000", "88号13800000000")]
    [InlineData("5 301", "5 301")]
    [InlineData("【近西湖】", "(近西湖)")]
    [InlineData("西\u200b湖\ufeff", "西湖")]
    [InlineData("二〇号", "二零号")]
    public void Read_FoldsToOneForm(string address, string normalized)
    {
        text.Read(address);
        Assert.Equal(normalized, text.Span.ToString());
    }

    [Fact]
    public void Read_AnyString_OriginsRiseAndStayInside() =>
        Gen.String[0, 1500].Sample(
            address =>
            {
                text.Read(address);
                for (int i = 0; i < text.Span.Length; i++)
                {
                    if (text.OriginOf(i) >= address.Length || text.OriginOf(i + 1) <= text.OriginOf(i))
                    {
                        return false;
                    }
                }

                return text.Span.Length <= NormalizedText.MaxLength;
            },
            threads: 1);
}
