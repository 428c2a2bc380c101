using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Fields;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>Puts right what the tagger, which sees few characters at a time, cuts against the rules of addresses.</summary>
internal static class SpanRepair
{
    private const int NameStem = 2;

    private static readonly string[] RoadEndings = ["路", "街", "大道", "巷", "胡同", "弄"];

    /// <summary>
    /// Repairs the first <paramref name="count"/> spans in place; there is room for two. Returns the number of spans left. Spans of punctuation alone are
    /// dropped, the others begin and end with a letter or digit.
    /// </summary>
    public static int Repair(Span<TagSpan> spans, int count, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches, PlaceNames places)
    {
        int kept = 0;
        foreach (TagSpan span in spans[..count])
        {
            if (Trim(span, text) is { Length: > 0 } trimmed)
            {
                bool place = trimmed.Kind is >= TagKind.Region and not (TagKind.Poi or TagKind.Number or TagKind.Unit) && places.IsOwnName(text.Slice(trimmed.Start, trimmed.Length));
                spans[kept++] = place ? trimmed with { Kind = TagKind.Poi } : trimmed;
            }
        }

        kept = SectionJoin.Run(spans[..kept], text);
        RegionCut.Run(spans[..kept], text, matches);
        kept = TownCut.Run(spans, kept, text, matches);
        kept = PlaceEnds(spans[..kept], text, places);
        kept = BracketJoin.Run(spans[..kept], text);
        kept = NameCuts.Join(spans[..kept], matches);
        if (WholeNames.Read(spans, kept, text, matches, places) is > 0 and var names)
        {
            return names;
        }

        return Roads(spans[..Numerals(spans[..kept], text)], text, matches);
    }

    /// <summary>国际 + 商贸城: what is nothing but the ending of a place's name belongs to the two characters before it, of which the gazetteer has villages too.</summary>
    private static int PlaceEnds(Span<TagSpan> spans, ReadOnlySpan<char> text, PlaceNames places)
    {
        int count = Math.Min(spans.Length, 1);
        for (int i = 1; i < spans.Length; i++)
        {
            TagSpan span = spans[i];
            ref TagSpan before = ref spans[count - 1];
            if (span.Kind == TagKind.Poi && before is { Kind: TagKind.Village, Length: NameStem } && before.End == span.Start && text[span.Start - 1] != '村'
                && places.IsEnding(text.Slice(span.Start, span.Length)))
            {
                before = new TagSpan(before.Start, (short)(before.Length + span.Length), TagKind.Poi);
                continue;
            }

            spans[count++] = span;
        }

        return count;
    }

    private static TagSpan Trim(TagSpan span, ReadOnlySpan<char> text)
    {
        int start = span.Start;
        int end = span.End;
        while (start < end && !IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return new TagSpan((short)start, (short)(end - start), span.Kind);
    }

    /// <summary>Nearly all characters are Chinese: for them no table of Unicode need be asked.</summary>
    private static bool IsLetterOrDigit(char c) => c is (>= '\u4E00' and <= '\u9FFF') || char.IsLetterOrDigit(c);

    /// <summary>
    /// The numerals between a road and the rest of its number belong to the number, whether the tagger gave them to the road (中山路二百 + 三十五号)
    /// or to nothing (深南大道 + 二千零 + 八号).
    /// </summary>
    private static int Numerals(Span<TagSpan> spans, ReadOnlySpan<char> text)
    {
        int count = Math.Min(spans.Length, 1);
        for (int i = 1; i < spans.Length; i++)
        {
            TagSpan span = spans[i];
            ref TagSpan before = ref spans[count - 1];
            if (span.Kind == TagKind.Number && before.End == span.Start && HouseNumberReader.IsNumeral(text[span.Start]))
            {
                int start = span.Start;
                while (start > before.Start && HouseNumberReader.IsNumeral(text[start - 1]))
                {
                    start--;
                }

                if (start == before.Start && count > 1 && spans[count - 2] is { Kind: TagKind.Road } road && road.End == start)
                {
                    before = new TagSpan((short)start, (short)(span.End - start), TagKind.Number);
                    continue;
                }

                if (start < span.Start && start > before.Start + 1 && text[start - 1] is '路' or '街' or '道' or '巷' or '弄')
                {
                    before = new TagSpan(before.Start, (short)(start - before.Start), TagKind.Road);
                    span = new TagSpan((short)start, (short)(span.End - start), TagKind.Number);
                }
            }

            spans[count++] = span;
        }

        return count;
    }

    /// <summary>
    /// A road named after a place was cut in two (鄞县 + 大道, 中关村 + 南大街, 西直 + 门外大街): joined. A "town" that ends like a road
    /// and has a house number behind it (学院路 + 38号) is a road, a "village" that does so where no other road follows (历下区 + 历山路) as well,
    /// and one that is a road's section (信义路 + 五段).
    /// </summary>
    private static int Roads(Span<TagSpan> spans, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        int count = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            TagSpan span = spans[i];
            ReadOnlySpan<char> content = text.Slice(span.Start, span.Length);
            if (count > 0 && (IsRestOfRoad(spans[count - 1], span, content, text) || IsNameOfRoad(spans[..count], span, text, matches)))
            {
                TagSpan before = spans[count - 1];
                spans[count - 1] = new TagSpan(before.Start, (short)(before.Length + span.Length), TagKind.Road);
                continue;
            }

            bool road = span.Kind switch
            {
                TagKind.Town => HasNumberNext(spans, i),
                TagKind.Village => HasNumberNext(spans, i) || !HasRoadAfter(spans, i),
                _ => false,
            };
            bool section = span.Kind == TagKind.Village && count > 0 && spans[count - 1] is { Kind: TagKind.Road } whole && whole.End == span.Start && RoadSection.IsOne(content);
            spans[count++] = section || (road && EndsLikeRoad(content)) ? span with { Kind = TagKind.Road } : span;
        }

        return count;
    }

    private static bool IsRestOfRoad(TagSpan before, TagSpan span, ReadOnlySpan<char> content, ReadOnlySpan<char> text)
    {
        if (before.End != span.Start || before.Kind > TagKind.Village || span.Kind is not (TagKind.Town or TagKind.Village or TagKind.Road)
            || text[span.Start - 1] is '市' or '区' or '镇' or '乡' or '道')
        {
            return false;
        }

        bool gate = content[0] == '门' && span.Kind == TagKind.Road;
        return gate || (before.Kind >= TagKind.Town && RoadEnds.IsOneBehindTown(content)) || ((text[span.Start - 1] != '村' || before.Kind == TagKind.Town) && RoadEnds.IsOne(content));
    }

    /// <summary>西城区 + 二七 + 剧场路: behind a region in full, a name without its suffix that no other name confirms is the beginning of the road.</summary>
    private static bool IsNameOfRoad(ReadOnlySpan<TagSpan> before, TagSpan road, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        if (road.Kind != TagKind.Road || before.Length < 2 || before[^1] is not { Kind: TagKind.Region, Length: 2 } name || name.End != road.Start
            || before[^2] is not { Kind: TagKind.Region } region || region.End != name.Start || text[region.End - 1] is not ('区' or '县' or '市')
            || text[region.Start..].StartsWith(text.Slice(name.Start, name.Length)))
        {
            return false;
        }

        for (int i = NameMatch.First(matches, name.Start); i < matches.Length && matches[i].Start == name.Start; i++)
        {
            if (matches[i].Length == name.Length && !matches[i].Extended)
            {
                return (matches[i].Consistent & LevelSet.Region) == 0;
            }
        }

        return false;
    }

    private static bool HasNumberNext(ReadOnlySpan<TagSpan> spans, int index) => index + 1 < spans.Length && spans[index + 1].Kind == TagKind.Number;

    private static bool HasRoadAfter(ReadOnlySpan<TagSpan> spans, int index)
    {
        foreach (TagSpan span in spans[(index + 1)..])
        {
            if (span.Kind == TagKind.Road)
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsLikeRoad(ReadOnlySpan<char> content)
    {
        foreach (string ending in RoadEndings)
        {
            if (content.Length > ending.Length + 1 && content.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }
}
