using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Fields;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>Puts right what the tagger, which sees few characters at a time, cuts against the rules of addresses.</summary>
internal static class SpanRepair
{
    /// <summary>What a road's name ends in when it stands alone behind the name of a place: 鄞县 + 大道.</summary>
    private static readonly string[] RoadWords =
        ["路", "街", "大道", "大街", "公路", "东路", "西路", "南路", "北路", "中路", "东街", "西街", "南街", "北街", "一路", "二路", "支路", "环路", "大路", "老街", "新街"];

    private static readonly string[] RoadEndings = ["路", "街", "大道", "巷", "胡同", "弄"];

    /// <summary>Repairs in place; returns the number of spans left. Spans of punctuation alone are dropped, the others begin and end with a letter or digit.</summary>
    public static int Repair(Span<TagSpan> spans, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        int count = 0;
        foreach (TagSpan span in spans)
        {
            if (Trim(span, text) is { Length: > 0 } trimmed)
            {
                spans[count++] = trimmed;
            }
        }

        spans = spans[..count];
        NameAlone(spans, text, matches);
        ProvinceAndName(spans, text, matches);
        Numerals(spans, text);
        return Roads(spans, text);
    }

    private static TagSpan Trim(TagSpan span, ReadOnlySpan<char> text)
    {
        int start = span.Start;
        int end = span.End;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return new TagSpan((short)start, (short)(end - start), span.Kind);
    }

    /// <summary>A text that is nothing but the name of a division is that division (香港), whatever it looks like.</summary>
    private static void NameAlone(Span<TagSpan> spans, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        if (spans.Length != 1 || spans[0].Kind <= TagKind.Village || spans[0].Length != text.Length)
        {
            return;
        }

        foreach (ref readonly NameMatch match in matches)
        {
            LevelSet upper = (match.Full | match.Short) & (LevelSet.Province | LevelSet.City | LevelSet.Region);
            if (match.Length == text.Length && !match.Extended && upper != 0)
            {
                spans[0] = spans[0] with { Kind = (TagKind)System.Numerics.BitOperations.TrailingZeroCount((uint)upper) };
            }
        }
    }

    /// <summary>A text that is a province and the name of a division and nothing else (内蒙古哲里木盟) is these two.</summary>
    private static void ProvinceAndName(Span<TagSpan> spans, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        if (spans.Length != 2 || spans[0].Start != 0 || spans[1].End != text.Length || spans[1].Kind <= TagKind.Village)
        {
            return;
        }

        foreach (ref readonly NameMatch province in matches)
        {
            if (province.Start != 0 || ((province.Full | province.Short) & LevelSet.Province) == 0)
            {
                continue;
            }

            foreach (ref readonly NameMatch name in matches)
            {
                LevelSet level = name.Full & (LevelSet.City | LevelSet.Region);
                if (name.Start == province.End && name.End == text.Length && !name.Extended && level != 0)
                {
                    spans[0] = new TagSpan(0, province.Length, TagKind.Province);
                    spans[1] = new TagSpan(name.Start, name.Length, (TagKind)System.Numerics.BitOperations.TrailingZeroCount((uint)level));
                    return;
                }
            }
        }
    }

    /// <summary>中山路二百 + 三十五号: the numerals between a road and the rest of its number belong to the number.</summary>
    private static void Numerals(Span<TagSpan> spans, ReadOnlySpan<char> text)
    {
        for (int i = 1; i < spans.Length; i++)
        {
            TagSpan before = spans[i - 1];
            int start = spans[i].Start;
            if (spans[i].Kind != TagKind.Number || before.End != start || !HouseNumberReader.IsNumeral(text[start]))
            {
                continue;
            }

            while (start > before.Start && HouseNumberReader.IsNumeral(text[start - 1]))
            {
                start--;
            }

            if (start < spans[i].Start && start > before.Start + 1 && text[start - 1] is '路' or '街' or '道' or '巷' or '弄')
            {
                spans[i - 1] = new TagSpan(before.Start, (short)(start - before.Start), TagKind.Road);
                spans[i] = new TagSpan((short)start, (short)(spans[i].End - start), TagKind.Number);
            }
        }
    }

    /// <summary>
    /// A road named after a place was cut in two (鄞县 + 大道): joined. A "town" that ends like a road and has a house number behind it (学院路 + 38号) is a road.
    /// </summary>
    private static int Roads(Span<TagSpan> spans, ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            TagSpan span = spans[i];
            ReadOnlySpan<char> content = text.Slice(span.Start, span.Length);
            bool follows = count > 0 && spans[count - 1].End == span.Start && spans[count - 1].Kind <= TagKind.Village && text[span.Start - 1] is not ('市' or '区' or '镇' or '乡' or '道' or '村');
            if (follows && span.Kind is TagKind.Town or TagKind.Road or TagKind.Village && IsRoadWord(content))
            {
                TagSpan before = spans[count - 1];
                spans[count - 1] = new TagSpan(before.Start, (short)(before.Length + span.Length), TagKind.Road);
                continue;
            }

            bool numbered = i + 1 < spans.Length && spans[i + 1].Kind == TagKind.Number;
            spans[count++] = numbered && span.Kind is TagKind.Town or TagKind.Village && EndsLikeRoad(content) ? span with { Kind = TagKind.Road } : span;
        }

        return count;
    }

    private static bool IsRoadWord(ReadOnlySpan<char> content)
    {
        foreach (string word in RoadWords)
        {
            if (content.SequenceEqual(word))
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
