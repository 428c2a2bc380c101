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
    public void Add_KnownFeature_GivesItsRowAndUnknownNothing()
    {
        const ulong feature = 0x4000_0000_1234_5678;
        byte[] rows = new byte[2 * TaggerModel.RowBytes << BucketBits];
        Span<byte> second = rows.AsSpan((1 * 2 * TaggerModel.RowBytes) + TaggerModel.RowBytes, TaggerModel.RowBytes);
        second[3] = 7;
        second[5] = unchecked((byte)-9);
        BitConverter.TryWriteBytes(second[TaggerModel.FingerprintAt..], unchecked((uint)feature));
        using TaggerModel model = TaggerModel.Read(TaggerModel.Write(BucketBits, new short[(TagLabel.Count + 1) * TagLabel.Count], rows), "test");

        Vector512<short> known = model.Add(Vector512<short>.Zero, feature);
        Vector512<short> unknown = model.Add(Vector512<short>.Zero, feature ^ 1);

        Assert.Equal(7, known.GetElement(3));
        Assert.Equal(-9, known.GetElement(5));
        Assert.Equal(Vector512<short>.Zero, unknown);
    }

    [Fact]
    public void Select_ManyFeatures_KeepsEveryOneTheTableHas()
    {
        byte[] rows = new byte[2 * TaggerModel.RowBytes << BucketBits];
        ulong[] known = [0x1111_2222_3333_4444, 0x5555_6666_7777_8888, 0x9999_AAAA_BBBB_CCCC];
        foreach (ulong feature in known)
        {
            BitConverter.TryWriteBytes(rows.AsSpan(((int)(feature >> (64 - BucketBits)) * 2 * TaggerModel.RowBytes) + TaggerModel.FingerprintAt), (uint)feature);
        }

        using TaggerModel model = TaggerModel.Read(TaggerModel.Write(BucketBits, new short[(TagLabel.Count + 1) * TagLabel.Count], rows), "test");
        ulong[] features = [1, known[0], 0xDEAD_BEEF_0000_0001, known[1], known[2], 2];

        int count = model.Select(features);

        Assert.Equal(known, features[..count].Where(known.Contains));
    }

    private static string Refusal(byte[] weights) => Assert.Throws<TaggerException>(() => TaggerModel.Read(weights, "weights.bin")).Message;

    private static byte[] Weights() =>
        TaggerModel.Write(BucketBits, new short[(TagLabel.Count + 1) * TagLabel.Count], new byte[2 * TaggerModel.RowBytes << BucketBits]);
}
