using System.Runtime.Intrinsics;
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
    public void SuffixesAround_RoadAndNumber_TellTheEndingsAndHowFarTheyAre()
    {
        TokenSequence tokens = new();

        tokens.Read("文一路128号");

        Assert.Equal(['路', '路', '路', '号', '号'], Clues(tokens, Clue.NextSuffix).Select(code => (char)code));
        Assert.Equal([2u, 1u, 0u, 1u, 0u], Clues(tokens, Clue.NextGap));
        Assert.Equal([18u, 17u, 16u, 1u, 0u], Clues(tokens, Clue.NextGapAndNumber));
        Assert.Equal(['\0', '\0', '\0', '路', '路'], Clues(tokens, Clue.LastSuffix).Select(code => (char)code));
        Assert.Equal([9u, 9u, 9u, 1u, 2u], Clues(tokens, Clue.LastGap));
    }

    private static IEnumerable<uint> Clues(TokenSequence tokens, Clue clue) =>
        Enumerable.Range(0, tokens.Count).Select(token => tokens.SuffixesAround(token).GetElement(clue - Clue.NextSuffix));
}
