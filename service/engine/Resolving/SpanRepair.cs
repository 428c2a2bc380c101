using System.Numerics;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Fields;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>Puts right what the tagger, which sees few characters at a time, cuts against the rules of addresses.</summary>
internal static class SpanRepair
{
    private static readonly string[] RoadEndings = ["路", "街", "大道", "巷", "胡同", "弄"];

    /// <summary>Repairs in place; returns the number of spans left. Spans of punctuation alone are dropped, the others begin and end with a letter or digit.</summary>
    public static int Repair(Span<TagSpan> spans, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches, PlaceNames places)
    {
        int count = 0;
        foreach (TagSpan span in spans)
        {
            if (Trim(span, text) is { Length: > 0 } trimmed)
            {
                bool place = trimmed.Kind is >= TagKind.Region and not (TagKind.Poi or TagKind.Number or TagKind.Unit) && places.IsOwnName(text.Slice(trimmed.Start, trimmed.Length));
                spans[count++] = place ? trimmed with { Kind = TagKind.Poi } : trimmed;
            }
        }

        spans = spans[..NameCuts.Join(spans[..count], matches)];
        NameAlone(spans, text, matches);
        spans = spans[..ProvinceAndName(spans, text, matches)];
        return Roads(spans[..Numerals(spans, text)], text);
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

    /// <summary>A text that is nothing but the name of a division or a zone is that (香港, 长沙高新区), whatever it looks like.</summary>
    private static void NameAlone(Span<TagSpan> spans, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        if (spans.Length != 1 || spans[0].Kind <= TagKind.Village || spans[0].Length != text.Length)
        {
            return;
        }

        foreach (ref readonly NameMatch match in matches)
        {
            LevelSet levels = match.Full | match.Short;
            LevelSet upper = levels & (LevelSet.Province | LevelSet.City | LevelSet.Region);
            if (match.Length == text.Length && !match.Extended && (upper != 0 || (levels == 0 && text[^1] == '区')))
            {
                spans[0] = spans[0] with { Kind = upper == 0 ? TagKind.Zone : (TagKind)BitOperations.TrailingZeroCount((uint)upper) };
            }
        }
    }

    /// <summary>A text that is a province and the name of a division and nothing else (内蒙古哲里木盟, 澳门路环) is these two. Returns the number of spans left.</summary>
    private static int ProvinceAndName(Span<TagSpan> spans, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        if (spans.Length < 2 || spans[0].Start != 0 || spans[^1].End != text.Length)
        {
            return spans.Length;
        }

        foreach (ref readonly NameMatch province in matches)
        {
            if (province.Start > 0)
            {
                break;
            }

            bool agreed = spans is [_, { Kind: <= TagKind.Village } rest] && rest.Start == province.End;
            if (!agreed && ((province.Full | province.Short) & LevelSet.Province) != 0 && NameOfRest(province.End, text.Length, matches) is { } level)
            {
                spans[0] = new TagSpan(0, province.Length, TagKind.Province);
                spans[1] = new TagSpan(province.Length, (short)(text.Length - province.Length), level);
                return 2;
            }
        }

        return spans.Length;
    }

    private static TagKind? NameOfRest(int start, int end, ReadOnlySpan<NameMatch> matches)
    {
        foreach (ref readonly NameMatch name in matches)
        {
            LevelSet level = (name.Full | name.Short) & (LevelSet.City | LevelSet.Region);
            if (name.Start == start && name.End == end && !name.Extended && level != 0)
            {
                return (TagKind)BitOperations.TrailingZeroCount((uint)level);
            }
        }

        return null;
    }

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
    /// and has a house number behind it (学院路 + 38号) is a road, a "village" that does so where no other road follows (历下区 + 历山路) as well.
    /// </summary>
    private static int Roads(Span<TagSpan> spans, ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            TagSpan span = spans[i];
            ReadOnlySpan<char> content = text.Slice(span.Start, span.Length);
            if (count > 0 && IsRestOfRoad(spans[count - 1], span, content, text))
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
            spans[count++] = road && EndsLikeRoad(content) ? span with { Kind = TagKind.Road } : span;
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
        return gate || (before.Kind >= TagKind.Town && RoadEnds.IsOneBehindTown(content)) || (text[span.Start - 1] != '村' && RoadEnds.IsOne(content));
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
