using CsCheck;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;

namespace PlanetGraph.Engine.Tests.Matching;

/// <summary>A range that is missed makes a village of a named town doubtful; one that is invented puts an address into a town that nothing in it names.</summary>
public sealed class TownRangesTests
{
    private static readonly Gen<(ushort From, ushort After, int Start, int End)> Range =
        from start in Gen.Int[0, 20]
        from length in Gen.Int[1, 4]
        from first in Gen.UShort[0, 3000]
        from count in Gen.UShort[0, 600]
        select (first, (ushort)(first + count), start, start + length);

    [Fact]
    public void HaveBeside_AnyRanges_AsAskedOneByOne() =>
        Gen.Select(Range.Array[0, 2 * TownRanges.Capacity], Range, Gen.UShort[0, 3600].Array[0, 20]).Sample(
            (ranges, asked, towns) =>
            {
                TownRanges all = Filled(ranges);
                NameMatch match = Match(asked.Start, asked.End);
                bool Has(ushort town) => ranges.Take(TownRanges.Capacity).Any(range => town >= range.From && town < range.After && (range.End <= match.Start || range.Start >= match.End));
                ushort[] list = [.. towns.Distinct().Order()];
                ulong within = list.Aggregate(0UL, (blocks, town) => blocks | TownBlock.Of(town));
                return towns.All(town => all.HaveBeside(town, match) == Has(town)) && all.HaveAnyBeside(list, within, match) == list.Any(Has);
            },
            iter: 2000);

    [Fact]
    public void Clear_RangesOfTheLastText_AreForgotten()
    {
        TownRanges ranges = Filled([(10, 20, 0, 2), (30, 40, 2, 4)]);

        ranges.Clear();
        ranges.Add(50, 60, 0, 2);

        Assert.False(ranges.HaveBeside(35, Match(5, 7)));
        Assert.True(ranges.HaveBeside(55, Match(5, 7)));
        Assert.Equal(TownBlock.Of(50), ranges.Blocks);
    }

    private static TownRanges Filled((ushort From, ushort After, int Start, int End)[] ranges)
    {
        TownRanges filled = new();
        foreach ((ushort from, ushort after, int start, int end) in ranges)
        {
            filled.Add(from, after, start, end);
        }

        return filled;
    }

    private static NameMatch Match(int start, int end) => new((short)start, (short)(end - start), false, 0, LevelSet.None, LevelSet.None, LevelSet.None);
}
