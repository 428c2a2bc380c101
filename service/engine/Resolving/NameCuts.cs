using System.Numerics;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>Joins the names that the tagger cut in two although the gazetteer has them whole.</summary>
internal static class NameCuts
{
    /// <summary>Shorter core names are too often the beginning of a road or a place.</summary>
    private const int LongCore = 4;

    /// <summary>Joins in place; returns the number of spans left.</summary>
    public static int Join(Span<TagSpan> spans, ReadOnlySpan<NameMatch> matches)
    {
        int count = 0;
        int match = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            TagSpan span = spans[i];
            while (match < matches.Length && matches[match].Start < span.Start)
            {
                match++;
            }

            int last = i + 1 < spans.Length ? Whole(spans, i, matches[match..], ref span) : i;
            if (last == i && span.Kind == TagKind.Region && i + 1 < spans.Length && spans[i + 1] is { Kind: TagKind.Zone } zone && zone.Start == span.End && IsCity(span, matches[match..]))
            {
                span = span with { Kind = TagKind.City };
            }

            spans[count++] = span;
            i = last;
        }

        return count;
    }

    /// <summary>
    /// The last of the spans that are one name: a zone (西安 + 高新区), or a city or region that another name confirms (拉萨市 + 堆龙 + 德庆县).
    /// The index itself when they are none.
    /// </summary>
    private static int Whole(ReadOnlySpan<TagSpan> spans, int index, ReadOnlySpan<NameMatch> matches, ref TagSpan whole)
    {
        int last = index;
        foreach (ref readonly NameMatch match in matches)
        {
            if (match.Start != spans[index].Start)
            {
                break;
            }

            if (match.Extended || match.Length <= whole.Length)
            {
                continue;
            }

            int end = EndingAt(spans, index, match.End);
            if (end > index && KindOf(match, spans[end].Kind) is { } kind)
            {
                whole = new TagSpan(match.Start, match.Length, kind);
                last = end;
            }
        }

        return last;
    }

    /// <summary>The span that ends where the name does, if all up to it are adjacent and none is a number; -1 otherwise.</summary>
    private static int EndingAt(ReadOnlySpan<TagSpan> spans, int index, int end)
    {
        for (int i = index; i < spans.Length && spans[i].End <= end && spans[i].Kind is not (TagKind.Number or TagKind.Unit); i++)
        {
            if (i > index && spans[i].Start != spans[i - 1].End)
            {
                return -1;
            }

            if (spans[i].End == end)
            {
                return i;
            }
        }

        return -1;
    }

    private static TagKind? KindOf(in NameMatch match, TagKind last)
    {
        if ((match.Full | match.Short) == LevelSet.None)
        {
            return last is TagKind.Zone or TagKind.Region ? TagKind.Zone : null;
        }

        LevelSet names = match.Full | (match.Length >= LongCore ? match.Short : LevelSet.None);
        LevelSet level = names & match.Consistent & (LevelSet.City | LevelSet.Region);
        return level == LevelSet.None ? null : (TagKind)BitOperations.TrailingZeroCount((uint)level);
    }

    /// <summary>西安 before a zone is the city, not one of the regions of that name elsewhere.</summary>
    private static bool IsCity(TagSpan span, ReadOnlySpan<NameMatch> matches) => (NameMatch.Exactly(matches, span.Start, span.Length).Short & LevelSet.City) != 0;
}
