using System.Runtime.Intrinsics;
using CsCheck;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Tagging;

/// <summary>An address must be read alike on every processor, with wide vectors and without.</summary>
public sealed class FeatureTemplatesTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    private static readonly Clue[] Levels = [Clue.Province, Clue.City, Clue.Region, Clue.Town, Clue.Village];

    [Fact]
    public void Hashes_AnyText_AreTheSameOneByOne() =>
        EachToken((tokens, trace, token) => Assert.Equal(FeatureTemplates.HashesOneByOne(tokens, trace, token), FeatureTemplates.Hashes(tokens, trace, token)));

    [Fact]
    public void Fill_AnyText_HasWhatIsHashedAndWhatIsFoundByItsValue() =>
        EachToken((tokens, trace, token) =>
        {
            uint[] all = new uint[FeatureTemplates.Count];
            FeatureTemplates.Fill(tokens, trace, token, all);
            uint[] direct =
            [
                FeatureTemplates.Hash(FeatureTemplates.Of(Clue.Code0), tokens.CodeOf(token)),
                FeatureTemplates.Hash(FeatureTemplates.Of(Clue.CodeM1), tokens.CodeOf(token - 1)),
                FeatureTemplates.Hash(FeatureTemplates.Of(Clue.CodeP1), tokens.CodeOf(token + 1)),
                FeatureTemplates.Hash(FeatureTemplates.Of(Clue.NextSuffix), (uint)tokens.NextSuffix(token)),
                .. Levels.Select((level, i) => FeatureTemplates.Hash(FeatureTemplates.Of(level), (uint)(trace.CodesOf(token) >> (8 * i)) & 0xFF)),
            ];
            uint[] hashed = new uint[FeatureTemplates.Lanes];
            FeatureTemplates.Hashes(tokens, trace, token).CopyTo(hashed);

            Assert.Equal(all.Order(), direct.Concat(hashed).Order());
        });

    [Fact]
    public void Emissions_AnyToken_AreTheSumOfAllItsFeatures()
    {
        TaggerModel model = data.Standardizer.Tagger;
        EachToken((tokens, trace, token) =>
        {
            uint[] all = new uint[FeatureTemplates.Count];
            FeatureTemplates.Fill(tokens, trace, token, all);
            uint[] places = new uint[FeatureTemplates.Lanes];
            model.Find(FeatureTemplates.Hashes(tokens, trace, token), ref places[0]);
            DirectRows direct = model.Direct;
            Vector512<short> sum = model.Sum(ref places[0])
                + direct.Sum(
                    direct.PlaceOf(tokens.CodeOf(token - 1)), direct.PlaceOf(tokens.CodeOf(token)), direct.PlaceOf(tokens.CodeOf(token + 1)), trace.CodesOf(token), tokens.NextSuffix(token));

            Vector512<short> expected = all.Aggregate(Vector512<short>.Zero, (weights, feature) => weights + model.Weights(feature));

            Assert.All(Enumerable.Range(0, TagLabel.Count).Select(TagLabel.Lane), lane => Assert.Equal(expected[lane], sum[lane]));
        });
    }

    [Fact]
    public void Fill_OneCharacterFar_ChangesNothingNearItsOtherEnd()
    {
        uint[] near = Features("杭州市西湖区文三路", 0);

        Assert.Equal(near, Features("杭州市西湖区文三街", 0));
        Assert.NotEqual(near, Features("扬州市西湖区文三路", 0));
    }

    private void EachToken(Action<TokenSequence, DivisionTrace, int> check) =>
        Gen.String[Gen.Char["浙江省杭州市西湖区文三路号弄村组幢单元室大厦0123456789AB-("], 1, 120].Sample(
            text =>
            {
                TokenSequence tokens = new();
                DivisionTrace trace = new();
                DivisionMatcher matcher = new(data.Standardizer.Gazetteer);
                matcher.Read(text);
                tokens.Read(text);
                trace.Read(tokens, matcher.ByLevel(), 0);
                for (int token = 0; token < tokens.Count; token++)
                {
                    check(tokens, trace, token);
                }
            },
            iter: 100);

    private static uint[] Features(string text, int token)
    {
        TokenSequence tokens = new();
        DivisionTrace trace = new();
        tokens.Read(text);
        trace.Read(tokens, [], 0);
        uint[] features = new uint[FeatureTemplates.Count];
        FeatureTemplates.Fill(tokens, trace, token, features);
        return [.. features.AsSpan(0, 5)];
    }
}
