using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>
/// The region right behind its city where the tagger, which is used to others, read something else: 台中 + 市北区 is 台中市 + 北区, 南阳镇 + 平县 is 南阳 + 镇平县,
/// 台中市 + 中区 no place but the region.
/// </summary>
internal static class RegionCut
{
    /// <summary>Repairs in place.</summary>
    public static void Run(Span<TagSpan> spans, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        for (int i = 1; i < spans.Length; i++)
        {
            ref TagSpan before = ref spans[i - 1];
            ref TagSpan span = ref spans[i];
            if (before.End != span.Start || text[span.End - 1] is not ('区' or '县' or '市' or '旗'))
            {
                continue;
            }

            if (before.Kind == TagKind.City && span.Kind == TagKind.Poi && IsRegion(span, matches))
            {
                span = span with { Kind = TagKind.Region };
            }
            else if (before.Kind == TagKind.City && span is { Kind: TagKind.Region, Length: > 1 } && text[span.Start] == '市' && !IsRegion(span, matches)
                && new TagSpan((short)(span.Start + 1), (short)(span.Length - 1), TagKind.Region) is var shorter && IsRegion(shorter, matches))
            {
                before = before with { Length = (short)(before.Length + 1) };
                span = shorter;
            }
            else if (before.Kind == TagKind.Town && text[before.End - 1] == '镇' && new TagSpan((short)(span.Start - 1), (short)(span.Length + 1), TagKind.Region) is var longer
                && IsRegion(longer, matches) && UpperKind(before.Start, before.Length - 1, matches) is { } upper)
            {
                before = new TagSpan(before.Start, (short)(before.Length - 1), upper);
                span = longer;
            }
        }
    }

    /// <summary>City or province, when the stretch is the core of such a name.</summary>
    private static TagKind? UpperKind(int start, int length, ReadOnlySpan<NameMatch> matches) => NameMatch.Exactly(matches, start, length).Short switch
    {
        var levels when (levels & LevelSet.City) != 0 => TagKind.City,
        var levels when (levels & LevelSet.Province) != 0 => TagKind.Province,
        _ => null,
    };

    /// <summary>Whether the stretch is the official name of a region that another name of the text confirms.</summary>
    private static bool IsRegion(TagSpan span, ReadOnlySpan<NameMatch> matches)
    {
        NameMatch match = NameMatch.Exactly(matches, span.Start, span.Length);
        return (match.Full & match.Consistent & LevelSet.Region) != 0;
    }
}
