using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Rules;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Fields;

/// <summary>Company, residential, office, mall and business circle: places whose name says what they are. What does not say it is left out.</summary>
internal sealed class PlaceReader(Gazetteer gazetteer, PlaceNames names)
{
    /// <summary>A name with so little before its ending (链条厂, 四小区) lacks its beginning.</summary>
    private const int ShortStem = 3;

    private const int LongestPart = 4;
    private const int ShortestRoad = 3;

    private const string CircleEnding = "商圈";

    private static readonly string[] Near = ["附近", "旁边", "对面", "隔壁", "旁", "后面", "前面", "院内"];

    /// <summary>Fills the field that the place at <paramref name="index"/> stands for, if it stands for one and that is empty.</summary>
    public void Read(ReadOnlySpan<TagSpan> spans, int index, ReadOnlySpan<char> text, DivisionMatcher matcher, int unit, Parts parts)
    {
        TagSpan span = WithEnding(spans, index, text);
        span = BehindNear(span, text);
        if (names.Kind(text.Slice(span.Start, span.Length), out int ending) is { } field)
        {
            ref FieldValue value = ref parts[field];
            if (value.IsEmpty)
            {
                span = WithBeginning(spans, index, span, field, span.Length - ending, text);
                span = WithPart(spans, index, span, text);
                value = FieldValue.OfText(span.Start, span.Length, RuleId.PlaceSuffix);
            }
        }
        else
        {
            ReadKnownCircle(span, matcher, unit, parts);
        }
    }

    /// <summary>Fills the circle, if it is empty, with a stretch that is a known one within the division found, or around it.</summary>
    public void ReadKnownCircle(TagSpan span, DivisionMatcher matcher, int unit, Parts parts)
    {
        if (parts[AddressField.BusinessCircle].IsEmpty && IsKnownCircle(span, matcher, unit))
        {
            parts[AddressField.BusinessCircle] = FieldValue.OfText(span.Start, span.Length, RuleId.KnownCircle);
        }
    }

    /// <summary>三里屯商圈: a known circle that says so is one, whatever else its name stands for (三里屯街道).</summary>
    public void ReadCircle(ReadOnlySpan<char> text, DivisionMatcher matcher, int unit, Parts parts)
    {
        int ending = text.IndexOf(CircleEnding);
        if (ending < 0 || !parts[AddressField.BusinessCircle].IsEmpty)
        {
            return;
        }

        foreach (ref readonly NameMatch match in matcher.Matches)
        {
            if (match.End == ending && !match.Extended && IsKnownCircle(match, unit))
            {
                parts[AddressField.BusinessCircle] = FieldValue.OfText(match.Start, match.Length + CircleEnding.Length, RuleId.KnownCircle);
                return;
            }
        }
    }

    /// <summary>
    /// The road without the known circle in front of it (尖沙咀 + 广东道), which fills its field when that is empty; all of it where the circle gave the road its name (徐家汇路,
    /// 中关村大街); nothing of it where it is the beginning of a circle that is no road (五道 + 口).
    /// </summary>
    public TagSpan WithoutCircle(TagSpan road, ReadOnlySpan<char> text, DivisionMatcher matcher, int unit, Parts parts)
    {
        ReadOnlySpan<NameMatch> matches = matcher.Matches;
        for (int i = NameMatch.First(matches, road.Start); i < matches.Length && matches[i].Start == road.Start; i++)
        {
            ref readonly NameMatch match = ref matches[i];
            int rest = road.End - match.End;
            bool apart = rest < 0
                ? text[match.End - 1] is not ('路' or '街' or '道' or '巷')
                : rest >= ShortestRoad && !RoadEnds.IsOne(text.Slice(match.End, rest)) && !RoadEnds.IsOneBehindTown(text.Slice(match.End, rest));
            if (!match.Extended && apart && IsKnownCircle(match, unit))
            {
                ref FieldValue circle = ref parts[AddressField.BusinessCircle];
                circle = circle.IsEmpty ? FieldValue.OfText(match.Start, match.Length, RuleId.KnownCircle) : circle;
                return new TagSpan((short)match.End, (short)Math.Max(rest, 0), road.Kind);
            }
        }

        return road;
    }

    /// <summary>公司 cut off as a word of its own belongs to the name before it.</summary>
    private static TagSpan WithEnding(ReadOnlySpan<TagSpan> spans, int index, ReadOnlySpan<char> text)
    {
        TagSpan span = spans[index];
        bool cut = index + 1 < spans.Length && spans[index + 1] is { Kind: TagKind.Other } next && next.Start == span.End
            && text.Slice(next.Start, next.Length) is "公司" or "有限公司";
        return cut ? span with { Length = (short)(span.Length + spans[index + 1].Length) } : span;
    }

    /// <summary>邮局旁沙发垫厂 is 沙发垫厂: what stands before 旁 only tells the way.</summary>
    private static TagSpan BehindNear(TagSpan span, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> name = text.Slice(span.Start, span.Length);
        foreach (string word in Near)
        {
            int at = name.IndexOf(word);
            if (at > 0 && name.Length - at - word.Length > ShortStem)
            {
                int skip = at + word.Length;
                return new TagSpan((short)(span.Start + skip), (short)(span.Length - skip), span.Kind);
            }
        }

        return span;
    }

    /// <summary>The beginning of a name that the tagger took for a place or a village of its own: 长运轮胎 + 翻修有限公司, 和风 + 雅致小区.</summary>
    private static TagSpan WithBeginning(ReadOnlySpan<TagSpan> spans, int index, TagSpan span, AddressField field, int stem, ReadOnlySpan<char> text)
    {
        if (stem > ShortStem || index == 0 || span.Start != spans[index].Start || spans[index - 1].End != span.Start)
        {
            return span;
        }

        TagSpan before = spans[index - 1];
        bool belongs = before.Kind switch
        {
            TagKind.Poi => field == AddressField.Company,
            TagKind.Village or TagKind.Region => stem < ShortStem && before.Length == 2 && text[before.End - 1] is not ('村' or '区' or '县' or '市'),
            _ => false,
        };
        return belongs ? new TagSpan(before.Start, (short)(before.Length + span.Length), span.Kind) : span;
    }

    /// <summary>A part that counts within the place (2区, 南苑, 三期) belongs to its name.</summary>
    private static TagSpan WithPart(ReadOnlySpan<TagSpan> spans, int index, TagSpan span, ReadOnlySpan<char> text)
    {
        if (index + 1 >= spans.Length || spans[index + 1] is not { Kind: TagKind.Poi } part || part.Start != span.End || part.Length > LongestPart)
        {
            return span;
        }

        bool counts = text[part.End - 1] is '区' or '期' or '苑' or '园' or '团' or '村'
            && (char.IsAsciiLetterOrDigit(text[part.Start]) || text[part.Start] is '东' or '南' or '西' or '北' or '中' || HouseNumberReader.IsNumeral(text[part.Start]));
        return counts ? span with { Length = (short)(span.Length + part.Length) } : span;
    }

    private bool IsKnownCircle(TagSpan span, DivisionMatcher matcher, int unit)
    {
        foreach (ref readonly NameMatch match in matcher.Matches)
        {
            if (match.Start == span.Start && match.Length == span.Length && !match.Extended && IsKnownCircle(match, unit))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsKnownCircle(in NameMatch match, int unit)
    {
        foreach (NameReference reference in gazetteer.ReferencesOf(match.Name))
        {
            if (reference.Kind == NameKind.BusinessCircle && (gazetteer.IsWithin(unit, reference.Unit) || gazetteer.IsWithin(reference.Unit, unit)))
            {
                return true;
            }
        }

        return false;
    }
}
