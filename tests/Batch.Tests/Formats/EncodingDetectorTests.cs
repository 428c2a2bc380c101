using System.Text;
using CsCheck;
using PlanetGraph.Batch.Formats;

namespace PlanetGraph.Batch.Tests.Formats;

public sealed class EncodingDetectorTests
{
    private const string Sentence = "北京市朝阳区建国路88号 上海市黄浦区人民大道200号,广东省深圳市南山区科技园\n";
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    // A file that is taken for the other encoding is a file of nothing but errors.
    [Fact]
    public void Detect_SampleCutAnywhere_TellsTheEncoding() => Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Bool).Sample((from, to, isUtf8) =>
    {
        var bytes = (isUtf8 ? Encoding.UTF8 : Gb18030).GetBytes(Sentence + Sentence + Sentence);
        Assert.Equal(isUtf8 ? TextEncoding.Utf8 : TextEncoding.Gb18030, EncodingDetector.Detect(bytes.AsSpan(from, bytes.Length - from - to)));
    });

    [Fact]
    public void Detect_Utf8WithSomeBadBytes_StaysUtf8()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Sentence, 20)));
        for (var at = 50; at < bytes.Length; at += 400)
            bytes[at] = 0xFF;
        Assert.Equal(TextEncoding.Utf8, EncodingDetector.Detect(bytes));
    }

    [Theory]
    [InlineData("", "Ascii")]
    [InlineData("road 5\r\n", "Ascii")]
    [InlineData("\uFEFFroad", "Utf8")]
    public void Detect_Texts_AreTold(string text, string expected) =>
        Assert.Equal(expected, EncodingDetector.Detect(Encoding.UTF8.GetBytes(text)).ToString());

    [Fact]
    public void Detect_Utf16AndArchives_AreNoText()
    {
        Assert.Equal(TextEncoding.Utf16, EncodingDetector.Detect([0xFF, 0xFE, 0x17, 0x53]));
        Assert.Equal(TextEncoding.Binary, EncodingDetector.Detect([0x50, 0x4B, 3, 4, 0x14, 0, 0, 0, 8, 0, 0x21, 0]));
    }
}
