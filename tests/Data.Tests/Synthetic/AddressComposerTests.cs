using PlanetGraph.Data.Synthetic;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Tests.Synthetic;

/// <summary>Demo, tests and training live on these addresses: the same seed must give the same ones everywhere.</summary>
public sealed class AddressComposerTests
{
    private static readonly DivisionCatalog Catalog = new(TownChains.Read(Repository.File("service/data/divisions.tsv.br")));

    [Fact]
    public void Next_SameSeed_GivesTheSameAddresses()
    {
        AddressComposer one = new(Catalog, 42);
        AddressComposer other = new(Catalog, 42);

        Assert.All(Enumerable.Range(0, 500), _ => Assert.Equal(one.Next().Parts, other.Next().Parts));
    }

    [Fact]
    public void Next_OtherSeed_GivesOtherAddresses() =>
        Assert.NotEqual(new AddressComposer(Catalog, 1).Next().Text, new AddressComposer(Catalog, 2).Next().Text);

    [Fact]
    public void Next_ManyAddresses_HaveAllKindsOfPartsAndNoEmptyOne()
    {
        AddressComposer composer = new(Catalog, 7);
        LabelledAddress[] addresses = [.. Enumerable.Range(0, 3000).Select(_ => composer.Next())];

        Assert.All(addresses, address => Assert.InRange(address.Text.Length, 3, 70));
        Assert.All(addresses.SelectMany(address => address.Parts), part => Assert.NotEqual(string.Empty, part.Text));
        Assert.Equal(Enum.GetValues<TagKind>(), addresses.SelectMany(address => address.Parts).Select(part => part.Kind).Distinct().Order());
    }

    [Fact]
    public void Next_ManyAddresses_ComeFromEveryProvinceOfTheMainland()
    {
        AddressComposer composer = new(Catalog, 7);
        HashSet<string> provinces = [.. Enumerable.Range(0, 20_000).SelectMany(_ => composer.Next().Parts).Where(part => part.Kind == TagKind.Province).Select(part => DivisionNames.Core(part.Text, 0))];

        Assert.True(provinces.Count >= 31, $"{provinces.Count} provinces");
    }

    [Theory]
    [InlineData(7, "七")]
    [InlineData(10, "十")]
    [InlineData(18, "十八")]
    [InlineData(40, "四十")]
    [InlineData(99, "九十九")]
    public void Chinese_Number_ReadsAsWritten(int number, string expected) => Assert.Equal(expected, NumberWriter.Chinese(number));
}
