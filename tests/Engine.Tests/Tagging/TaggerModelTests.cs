using System.Runtime.Intrinsics;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Tests.Tagging;

/// <summary>A weights file that is not what it should be must be refused with a sentence, never read as noise.</summary>
public sealed class TaggerModelTests
{
    private const int BucketBits = 2;
    private const int Lane = 3;

    [Fact]
    public void Read_SomethingElse_SaysItIsNoWeightsFile() =>
        Assert.Contains("no weights file", Refusal(new byte[4096]), StringComparison.Ordinal);

    [Fact]
    public void Read_CutOff_SaysItIsDamaged() =>
        Assert.Contains("damaged", Refusal(Weights()[..^1]), StringComparison.Ordinal);

    [Fact]
    public void Read_OneBitFlipped_SaysItIsDamaged()
    {
        byte[] weights = Weights();
        weights[^40] ^= 1;

        Assert.Contains("damaged", Refusal(weights), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OtherVersion_NamesBothVersions()
    {
        byte[] weights = Weights();
        weights[4]++;

        string refusal = Refusal(weights);

        Assert.Contains($"needs {FeatureTemplates.Version}", refusal, StringComparison.Ordinal);
        Assert.Contains("make train", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_MissingFile_NamesIt()
    {
        TaggerException refusal = Assert.Throws<TaggerException>(() => TaggerModel.Open(Path.Combine(Path.GetTempPath(), "no-such-weights.bin")));

        Assert.Contains("no-such-weights.bin", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_KnownAndUnknownFeatures_AreThoseOfTheRowOrNone()
    {
        const uint known = 0x4000_5678;
        byte[] rows = Rows((0x4000_1234, 1), (known, 7));
        using TaggerModel model = TaggerModel.Read(TaggerModel.Write(BucketBits, new short[(TagLabel.Count + 1) * TagLabel.Count], rows), "test");

        Assert.Equal(7, model.Weights(known).GetElement(Lane));
        Assert.Equal(1, model.Weights(0x4000_1234).GetElement(Lane));
        Assert.Equal(Vector512<short>.Zero, model.Weights(known ^ 1));
        Assert.Equal(Vector512<short>.Zero, model.Weights(0x8000_5678));
    }

    [Fact]
    public void FindAndSum_SomeFeaturesKnown_AddTheirRowsOnly()
    {
        uint[] known = [0x1111_4444, 0x5555_8888, 0x9999_CCCC];
        byte[] rows = Rows([.. known.Select((feature, i) => (feature, (byte)(1 << i)))]);
        using TaggerModel model = TaggerModel.Read(TaggerModel.Write(BucketBits, new short[(TagLabel.Count + 1) * TagLabel.Count], rows), "test");
        uint[] features = new uint[FeatureTemplates.Lanes];
        known.CopyTo(features, 3);
        features[^1] = known[2];
        features[0] = 0xDEAD_0001;
        uint[] places = new uint[FeatureTemplates.Lanes];

        model.Find(Vector256.Create<uint>(features), ref places[0]);

        Assert.Equal(1 + 2 + 4 + 4, model.Sum(ref places[0]).GetElement(Lane));
    }

    private static string Refusal(byte[] weights) => Assert.Throws<TaggerException>(() => TaggerModel.Read(weights, "weights.bin")).Message;

    /// <summary>Rows in the order of their bucket, each with one weight.</summary>
    private static byte[] Rows(params (uint Feature, byte Weight)[] features)
    {
        byte[] rows = new byte[2 * TaggerModel.RowBytes << BucketBits];
        foreach ((uint feature, byte weight) in features)
        {
            Span<byte> row = rows.AsSpan((int)(feature >> (32 - BucketBits)) * 2 * TaggerModel.RowBytes);
            row = BitConverter.ToUInt32(row[TaggerModel.FingerprintAt..]) == 0 ? row : row[TaggerModel.RowBytes..];
            row[Lane] = weight;
            BitConverter.TryWriteBytes(row[TaggerModel.FingerprintAt..], feature);
        }

        return rows;
    }

    private static byte[] Weights() =>
        TaggerModel.Write(BucketBits, new short[(TagLabel.Count + 1) * TagLabel.Count], new byte[2 * TaggerModel.RowBytes << BucketBits]);
}
