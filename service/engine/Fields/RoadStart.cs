using System.Buffers;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Fields;

/// <summary>Where the road's own name begins in what was read as one: behind the park or zone that it lies in (科技园 + 科苑路, 软件谷 + 宁双路).</summary>
internal static class RoadStart
{
    /// <summary>A road's name has at least this many characters, with its ending.</summary>
    private const int Shortest = 3;

    /// <summary>What the words end with.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create("园区城谷");

    private static readonly string[] Words =
        ["科技园", "产业园", "工业园", "创业园", "软件园", "物流园", "科学园", "高新园", "高教园", "园区", "工业区", "开发区", "高新区", "产业区", "科技城", "科学城", "大学城", "汽车城", "软件谷"];

    /// <summary>The road's own name, unless what is left would be a mere end of a road (科技园中路, 软件园二路).</summary>
    public static TagSpan WithoutPark(TagSpan road, ReadOnlySpan<char> text)
    {
        int before = road.Length <= Shortest ? -1 : text.Slice(road.Start, road.Length - Shortest).LastIndexOfAny(Ends);
        int start = road.Start + before + 1;
        if (before < 0 || !EndsWithWord(text[..start]))
        {
            return road;
        }

        ReadOnlySpan<char> name = text[start..road.End];
        return RoadEnds.IsOne(name) || RoadEnds.IsOneBehindTown(name) ? road : new TagSpan((short)start, (short)name.Length, TagKind.Road);
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text)
    {
        foreach (string word in Words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
