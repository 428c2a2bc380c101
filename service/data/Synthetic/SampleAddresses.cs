namespace PlanetGraph.Data.Synthetic;

/// <summary>Realistic addresses with the noise people write, from the open division data. The same seed gives the same addresses.</summary>
public sealed class SampleAddresses
{
    private readonly AddressComposer _composer;

    /// <summary>Reads the divisions (divisions.tsv.br) and begins with <paramref name="seed"/>.</summary>
    public SampleAddresses(string divisions, ulong seed) => _composer = new AddressComposer(new DivisionCatalog(TownChains.Read(divisions)), seed);

    /// <summary>The next address.</summary>
    public string Next() => _composer.Next().Text;

    /// <summary>The next address with the parts it was made of.</summary>
    internal LabelledAddress NextLabelled() => _composer.Next();
}
