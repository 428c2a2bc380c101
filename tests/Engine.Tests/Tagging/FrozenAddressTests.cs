using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;
using PlanetGraph.Engine.Tests.HardCases;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Tests.Tagging;

/// <summary>
/// The gate against slow decay: 1,500 synthetic addresses, frozen (seed 20261126; made once by the `sample --labelled` command), with the parts they were made of.
/// A part counts as found when a stretch of its kind covers exactly its characters. The floors are what the shipped weights reach, less a little.
/// </summary>
public sealed class FrozenAddressTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    [Theory]
    [InlineData(TagKind.Province, 0.985)]
    [InlineData(TagKind.City, 0.98)]
    [InlineData(TagKind.Region, 0.97)]
    [InlineData(TagKind.Town, 0.94)]
    [InlineData(TagKind.Village, 0.85)]
    [InlineData(TagKind.Road, 0.93)]
    [InlineData(TagKind.Number, 0.95)]
    [InlineData(TagKind.Poi, 0.88)]
    public void Tag_FrozenAddresses_FindsThePartsOfEachKind(TagKind kind, double floor)
    {
        AddressTagger tagger = new(data.Standardizer.Tagger);
        DivisionMatcher matcher = new(data.Standardizer.Gazetteer);
        NormalizedText text = new(data.Standardizer.Gazetteer);
        TagSpan[] spans = new TagSpan[AddressTagger.MaxLength];
        int right = 0, given = 0, wanted = 0;
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tagging", "frozen-addresses.txt")))
        {
            (string address, HashSet<TagSpan> expected) = Read(line, kind);
            text.Read(address);
            matcher.Read(text.Span);
            int count = tagger.Tag(text.Span, matcher.ByLevel(), spans);
            TagSpan[] found = [.. spans[..count].Where(span => span.Kind == kind)];
            right += found.Count(expected.Contains);
            given += found.Length;
            wanted += expected.Count;
        }

        double f1 = 2.0 * right / (given + wanted);
        Assert.True(f1 >= floor, $"{kind}: F1 {f1:F4} is below {floor}: {right} right of {given} given and {wanted} wanted");
    }

    /// <summary>One line: Kind=text, tab, Kind=text …</summary>
    private static (string Address, HashSet<TagSpan> Expected) Read(string line, TagKind kind)
    {
        string address = string.Empty;
        HashSet<TagSpan> expected = [];
        foreach (string part in line.Split('\t'))
        {
            int cut = part.IndexOf('=', StringComparison.Ordinal);
            string name = part[(cut + 1)..];
            if (part.AsSpan(0, cut).SequenceEqual(kind.ToString()))
            {
                expected.Add(new TagSpan((short)address.Length, (short)name.Length, kind));
            }

            address += name;
        }

        return (address, expected);
    }
}
