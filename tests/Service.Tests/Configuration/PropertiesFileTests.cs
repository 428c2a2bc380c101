using CsCheck;
using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Tests.Configuration;

public sealed class PropertiesFileTests
{
    [Theory]
    [InlineData("a=b", "a", "b")]
    [InlineData("a: b", "a", "b")]
    [InlineData("a b c", "a", "b c")]
    [InlineData("  a  =  b  ", "a", "b")]
    [InlineData("a=", "a", "")]
    [InlineData("a", "a", "")]
    [InlineData("url=jdbc:mysql://h:3306/d?a=b", "url", "jdbc:mysql://h:3306/d?a=b")]
    [InlineData("a\\ b\\:c=d", "a b:c", "d")]
    [InlineData("a=\\u5317\\u4eac\\t.", "a", "北京\t.")]
    [InlineData("a=one, \\\n   two", "a", "one, two")]
    [InlineData("a=C:\\\\data", "a", "C:\\data")]
    [InlineData("\uFEFFa=b\r\n", "a", "b")]
    [InlineData("# x=y\n! z=y\n\na=北京", "a", "北京")]
    [InlineData("a=b\\\n", "a", "b")]
    public void Parse_OneEntry_IsReadAsJavaReadsIt(string text, string key, string value)
    {
        var entry = Assert.Single(PropertiesFile.Parse(text, "f"));

        Assert.Equal((key, value), (entry.Key, entry.Value.Text));
    }

    [Fact]
    public void Parse_AfterContinuedLinesAndComments_KnowsTheLine()
    {
        var entries = PropertiesFile.Parse("a=1\\\n 2\n#\nb=3", "x.properties");

        Assert.Equal("x.properties:4", entries["b"].Origin);
    }

    [Fact]
    public void Parse_KeyTwice_IsRefusedWithBothLines()
    {
        var fault = Assert.Throws<SettingsException>(() => PropertiesFile.Parse("a=1\nb=2\na=3", "f"));

        Assert.Equal("f:3: a is set again; it is set in line 1 already. Remove one of them.", fault.Message);
    }

    [Theory]
    [InlineData("a=\\u53")]
    [InlineData("a=\\uzzzz")]
    public void Parse_BrokenEscape_IsRefusedWithItsLine(string text) =>
        Assert.StartsWith("f:1:", Assert.Throws<SettingsException>(() => PropertiesFile.Parse(text, "f")).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_AnyValueEscaped_ComesBack() => Gen.String.Sample(value =>
    {
        var escaped = string.Concat(value.Select(unit => $"\\u{(int)unit:x4}"));

        var read = PropertiesFile.Parse($"key={escaped}\nnext=1", "f");

        Assert.Equal(value.TrimEnd(), read["key"].Text);
        Assert.Equal("1", read["next"].Text);
    });
}
