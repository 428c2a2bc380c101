using CsCheck;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Tagging;

/// <summary>The tagger with the weights that ship.</summary>
public sealed class AddressTaggerTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    [Theory]
    [InlineData("浙江省杭州市西湖区文三路90号东部软件园3幢502室", "Province=浙江省|City=杭州市|Region=西湖区|Road=文三路|Number=90号|Poi=东部软件园|Unit=3幢502室")]
    [InlineData("山西省运城市盐湖区解放北路89号运城市宏光玻璃厂", "Province=山西省|City=运城市|Region=盐湖区|Road=解放北路|Number=89号|Poi=运城市宏光玻璃厂")]
    [InlineData("上海市浦东新区张杨路500号", "City=上海市|Region=浦东新区|Road=张杨路|Number=500号")]
    [InlineData("江苏省蒋乔街道647号", "Province=江苏省|Town=蒋乔街道|Number=647号")]
    [InlineData("北京市海淀区万寿路西街2号", "City=北京市|Region=海淀区|Road=万寿路西街|Number=2号")]
    [InlineData("浙江省金华市义乌市国际商贸城", "Province=浙江省|City=金华市|Region=义乌市|Poi=国际商贸城")]
    [InlineData("黑龙江省道外区三棵树大街街道183号", "Province=黑龙江省|Region=道外区|Town=三棵树大街街道|Number=183号")]
    public void Tag_PlainAddress_NamesItsParts(string address, string expected) => Assert.Equal(expected, Tag(address));

    [Fact]
    public void Tag_AnyText_CoversItInOrderWithoutGaps() =>
        Gen.String[Gen.Char["浙江省杭州市西湖区文三路号弄村组幢单元室大厦小区公司0123456789ABab-_(),#附东对面电联"], 0, 1100].Sample(text =>
        {
            AddressTagger tagger = new(data.Standardizer.Tagger);
            DivisionMatcher matcher = new(data.Standardizer.Gazetteer);
            TagSpan[] spans = new TagSpan[AddressTagger.MaxLength];
            string read = text.Length > AddressTagger.MaxLength ? text[..AddressTagger.MaxLength] : text;
            matcher.Read(read);
            int count = tagger.Tag(read, matcher.ByLevel(), spans);
            int end = 0;
            foreach (TagSpan span in spans.AsSpan(0, count))
            {
                Assert.Equal(end, span.Start);
                Assert.True(span.Length > 0);
                end = span.End;
            }

            Assert.Equal(read.Length, end);
        }, iter: 200);

    [Fact]
    public void Tag_AfterTheFirstAddress_AllocatesNothing()
    {
        const string address = "江苏省苏州市吴中区木渎镇金山路88号绿地华庭12幢2单元301室";
        AddressTagger tagger = new(data.Standardizer.Tagger);
        DivisionMatcher matcher = new(data.Standardizer.Gazetteer);
        TagSpan[] spans = new TagSpan[AddressTagger.MaxLength];
        matcher.Read(address);
        tagger.Tag(address, matcher.ByLevel(), spans);

        // The runtime may allocate on this thread while it compiles the method anew; a tagger that allocates does so every time.
        long least = Enumerable.Range(0, 50).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            tagger.Tag(address, matcher.ByLevel(), spans);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal(0, least);
    }

    [Fact]
    public void Tag_DivisionsThatConfirmOneAnother_AreNotCutIntoALongerWord()
    {
        Assert.StartsWith("Province=福建省|City=厦门市|Region=思明区|Road=", Tag("福建省厦门市思明区湖滨南路100号"), StringComparison.Ordinal);
        Assert.DoesNotContain("Region=义乌市|", Tag("浙江省金华市义乌市场路5号"), StringComparison.Ordinal);
    }

    private string Tag(string address)
    {
        AddressTagger tagger = new(data.Standardizer.Tagger);
        DivisionMatcher matcher = new(data.Standardizer.Gazetteer);
        TagSpan[] spans = new TagSpan[AddressTagger.MaxLength];
        matcher.Read(address);
        int count = tagger.Tag(address, matcher.ByLevel(), spans);
        return string.Join('|', spans[..count].Select(span => $"{span.Kind}={address.AsSpan(span.Start, span.Length)}"));
    }
}
