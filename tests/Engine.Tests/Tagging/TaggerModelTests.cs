using System.Runtime.Intrinsics;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Tests.Tagging;

/// <summary>A weights file that is not what it should be must be refused with a sentence, never read as noise.</summary>
public sealed class TaggerModelTests
{
    private const int BucketBits = 2;

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
    public void Sum_KnownAndUnknownFeatures_AddsTheRowsOfTheKnown()
    {
        const uint known = 0x4000_5678;
        byte[] rows = new byte[2 * TaggerModel.RowBytes << BucketBits];
        Span<byte> second = rows.AsSpan((1 * 2 * TaggerModel.RowBytes) + TaggerModel.RowBytes, TaggerModel.RowBytes);
        second[3] = 7;
        second[5] = unchecked((byte)-9);
        BitConverter.TryWriteBytes(second[TaggerModel.FingerprintAt..], known);
        using TaggerModel model = TaggerModel.Read(TaggerModel.Write(BucketBits, new short[(TagLabel.Count + 1) * TagLabel.Count], rows), "test");

        Vector512<short> sum = model.Sum([known, known ^ 1, known]);

        Assert.Equal(14, sum.GetElement(3));
        Assert.Equal(-18, sum.GetElement(5));
        Assert.Equal(Vector512<short>.Zero, model.Sum([known ^ 1]));
    }

    [Fact]
    public void Select_ManyFeatures_KeepsEveryOneTheTableHas()
    {
        byte[] rows = new byte[2 * TaggerModel.RowBytes << BucketBits];
        uint[] known = [0x1111_4444, 0x5555_8888, 0x9999_CCCC];
        foreach (uint feature in known)
        {
            BitConverter.TryWriteBytes(rows.AsSpan(((int)(feature >> (32 - BucketBits)) * 2 * TaggerModel.RowBytes) + TaggerModel.FingerprintAt), feature);
        }

        using TaggerModel model = TaggerModel.Read(TaggerModel.Write(BucketBits, new short[(TagLabel.Count + 1) * TagLabel.Count], rows), "test");
        uint[] features = [1, known[0], 0xDEAD_0001, known[1], known[2], 2];

        int count = model.Select(features);

        Assert.Equal(known, features[..count].Where(known.Contains));
    }

    private static string Refusal(byte[] weights) => Assert.Throws<TaggerException>(() => TaggerModel.Read(weights, "weights.bin")).Message;

    private static byte[] Weights() =>
        TaggerModel.Write(BucketBits, new short[(TagLabel.Count + 1) * TagLabel.Count], new byte[2 * TaggerModel.RowBytes << BucketBits]);
}
