using CsCheck;
using PlanetGraph.Engine.Fields;

namespace PlanetGraph.Engine.Tests.Fields;

/// <summary>A wrong number sends the parcel to the neighbour.</summary>
public sealed class HouseNumberReaderTests
{
    [Theory]
    [InlineData("12号", 12)]
    [InlineData("甲38号", 38)]
    [InlineData("2299弄16号", 2299)]
    [InlineData("十号", 10)]
    [InlineData("十八号", 18)]
    [InlineData("二十号", 20)]
    [InlineData("一百零五号", 105)]
    [InlineData("一百二十号", 120)]
    [InlineData("一二零号", 120)]
    [InlineData("两千三百号", 2300)]
    [InlineData("号", -1)]
    [InlineData("", -1)]
    [InlineData("13800000000", -1)]
    public void Read_FirstNumber(string text, int number) => Assert.Equal(number, HouseNumberReader.Read(text));

    [Fact]
    public void Read_AnyNumberOfNineDigits_IsThatNumber() => Gen.Int[0, 999_999_999].Sample(number => HouseNumberReader.Read($"附{number}号") == number);

    [Fact]
    public void Read_AnyString_NeverThrowsAndIsNeverBelowMinusOne() => Gen.String.Sample(text => HouseNumberReader.Read(text) >= -1);
}
