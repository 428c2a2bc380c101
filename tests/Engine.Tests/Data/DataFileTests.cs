using CsCheck;

namespace PlanetGraph.Engine.Tests.Data;

/// <summary>A bad data file is refused with a sentence: answers from half a file would be wrong ones.</summary>
public sealed class DataFileTests : IDisposable
{
    private static readonly string Good = Path.Combine(AppContext.BaseDirectory, "data_stable.bin");

    private readonly string folder = Directory.CreateTempSubdirectory("data-file").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Open_MissingFile_SaysHowToBuildIt()
    {
        string path = Path.Combine(folder, "nowhere.bin");
        GazetteerException error = Assert.Throws<GazetteerException>(() => Standardizer.Open(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("make data", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(100_000)]
    public void Open_TruncatedFile_IsRefused(int length)
    {
        byte[] bytes = new byte[length];
        using (FileStream good = File.OpenRead(Good))
        {
            good.ReadExactly(bytes);
        }

        Assert.Contains("bytes", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OneByteTooMany_IsRefused() => Assert.Contains("header says", Refusal([.. File.ReadAllBytes(Good), 0]), StringComparison.Ordinal);

    [Fact]
    public void Open_OtherFormatVersion_NamesBothVersions()
    {
        byte[] bytes = File.ReadAllBytes(Good);
        bytes[8] = 9;
        Assert.Contains("format version 9, this program reads version 3", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OtherKindOfFile_IsRefused() =>
        Assert.Contains("no PlanetGraph data file", Refusal(Enumerable.Repeat((byte)'x', 4096).ToArray()), StringComparison.Ordinal);

    [Fact]
    public void Open_Folder_IsRefused() => Assert.Throws<GazetteerException>(() => Standardizer.Open(folder));

    [Fact]
    public void Open_AnyFlippedByte_IsRefused()
    {
        byte[] bytes = File.ReadAllBytes(Good);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, mask) =>
            {
                bytes[at] ^= mask;
                try
                {
                    Refusal(bytes);
                }
                finally
                {
                    bytes[at] ^= mask;
                }
            },
            iter: 24,
            threads: 1);
    }

    [Fact]
    public void Open_GoodFile_KnowsWhatItHolds()
    {
        using Standardizer standardizer = Standardizer.Open(Good);
        Assert.Equal(34, standardizer.Version.Provinces);
        Assert.True(standardizer.Version.Villages > 620_000);
        Assert.Equal(16, standardizer.Version.Checksum.Length);
    }

    private string Refusal(byte[] bytes)
    {
        string path = Path.Combine(folder, "data.bin");
        File.WriteAllBytes(path, bytes);
        return Assert.Throws<GazetteerException>(() => Standardizer.Open(path)).Message;
    }
}
