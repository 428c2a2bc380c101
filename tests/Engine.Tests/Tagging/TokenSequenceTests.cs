using CsCheck;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Tests.Tagging;

/// <summary>Tokens are what every feature counts on: a wrong cut shifts all labels behind it.</summary>
public sealed class TokenSequenceTests
{
    [Theory]
    [InlineData("文一路128号", new short[] { 0, 1, 2, 3, 6, 7 })]
    [InlineData("A座3F", new short[] { 0, 1, 2, 3, 4 })]
    [InlineData("SOHO现代城", new short[] { 0, 4, 5, 6, 7 })]
    [InlineData("2-1-301", new short[] { 0, 1, 2, 3, 4, 7 })]
    [InlineData("", new short[] { 0 })]
    public void Read_RunsOfDigitsAndLetters_AreOneTokenEach(string text, short[] starts)
    {
        TokenSequence tokens = new();

        tokens.Read(text);

        Assert.Equal(starts, tokens.Starts.ToArray());
    }

    [Fact]
    public void Read_AnyText_CoversItInOrder() => Gen.String[Gen.Char["市区路号东三一0123AZaz-_( 𠮷é"], 0, 1200].Sample(text =>
    {
        TokenSequence tokens = new();
        tokens.Read(text);
        short[] starts = tokens.Starts.ToArray();

        Assert.Equal(Math.Min(text.Length, TokenSequence.MaxLength), starts[^1]);
        Assert.Equal(starts.Order(), starts);
        Assert.Equal(starts.Distinct().Count(), starts.Length);
        Assert.All(starts, (start, token) => Assert.Equal(token, tokens.TokenAt(start)));
    });

    [Fact]
    public void NextSuffix_RoadAndNumber_TellsWhichHowFarAndWhetherANumberFollows()
    {
        TokenSequence tokens = new();

        tokens.Read("文一路128号甲乙丙");
        int road = tokens.NextSuffix(2);
        int number = tokens.NextSuffix(4);

        Assert.Equal([road + 2, road + 1, road, number + 1, number, 0, 0, 0], Enumerable.Range(0, tokens.Count).Select(tokens.NextSuffix));
        tokens.Read("文一路甲");
        Assert.NotEqual(road, tokens.NextSuffix(2));
        Assert.NotEqual(road, number);
    }

    [Fact]
    public void NextSuffix_FarBehind_IsNone()
    {
        TokenSequence tokens = new();

        tokens.Read("甲乙丙丁戊己庚辛路");

        Assert.Equal(0, tokens.NextSuffix(0));
        Assert.NotEqual(0, tokens.NextSuffix(1));
    }
}
