using System.Buffers;

namespace PlanetGraph.Engine.Tagging;

/// <summary>Cuts that the tagger gets wrong where a rule knows better.</summary>
internal static class NameRepair
{
    /// <summary>A road's name without its 路 has at least this many characters, what is left of the place at least <see cref="LeastPlace"/>.</summary>
    private const int LeastRoad = 2;

    private const int LongestRoad = 5;
    private const int LeastPlace = 3;

    /// <summary>Before 路 these make another word: 铁路, 公路, 马路, 高路.</summary>
    private static readonly SearchValues<char> NoRoad = SearchValues.Create("铁公马水电丝道网线");

    /// <summary>After 路 these place something at it: 路口, 路北.</summary>
    private static readonly SearchValues<char> BesideRoad = SearchValues.Create("口边旁东西南北中桥段灯");

    /// <summary>Repairs the first <paramref name="count"/> spans in place and returns how many there are now; there is room for one per character.</summary>
    public static int Run(ReadOnlySpan<char> text, Span<TagSpan> spans, int count)
    {
        count = JoinDivisions(text, spans[..count]);
        count = JoinRoads(text, spans[..count]);
        return CutRoad(text, spans, count);
    }

    /// <summary>
    /// Joins a division to the place named right behind it where the address has had its divisions and gone on to road, number or place:
    /// there it begins a company's name (…解放路8号|运城市|宏光玻璃厂, …工业区|瑞安市|塘下镇|永固紧固件厂).
    /// </summary>
    private static int JoinDivisions(ReadOnlySpan<char> text, Span<TagSpan> spans)
    {
        int written = 0;
        foreach (TagSpan span in spans)
        {
            int first = written;
            while (first > 0 && spans[first - 1].Kind <= TagKind.Town)
            {
                first--;
            }

            int divisions = written - first;
            bool begun = first > 1 && spans[0].Kind <= TagKind.Region && spans[first - 1].Kind is not TagKind.Other;
            bool joins = span.Kind == TagKind.Poi && begun
                && (divisions == 1 ? spans[first].Kind <= TagKind.Region : divisions == 2 && spans[first].Kind != TagKind.Province && EndsLikeFirm(text.Slice(span.Start, span.Length)));
            if (joins)
            {
                spans[first] = new TagSpan(spans[first].Start, (short)(span.End - spans[first].Start), TagKind.Poi);
                written = first + 1;
                continue;
            }

            spans[written++] = span;
        }

        return written;
    }

    /// <summary>Joins what has no name of its own but a direction to the road right before it (万寿路|西街, 解放路|北街).</summary>
    private static int JoinRoads(ReadOnlySpan<char> text, Span<TagSpan> spans)
    {
        int written = 0;
        foreach (TagSpan span in spans)
        {
            if (written > 0 && span.Kind == TagKind.Road && spans[written - 1].Kind == TagKind.Road && IsDirected(text.Slice(span.Start, span.Length)))
            {
                spans[written - 1] = new TagSpan(spans[written - 1].Start, (short)(span.End - spans[written - 1].Start), TagKind.Road);
                continue;
            }

            spans[written++] = span;
        }

        return written;
    }

    private static bool IsDirected(ReadOnlySpan<char> road) => road is ['东' or '西' or '南' or '北', '街' or '路' or '巷'];

    private static bool EndsLikeFirm(ReadOnlySpan<char> name) => name[^1] is '司' or '厂' or '团' or '社' or '所' or '行';

    /// <summary>Cuts the road off a place that took it in, when the address has no other (和平路|文府名邸).</summary>
    private static int CutRoad(ReadOnlySpan<char> text, Span<TagSpan> spans, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (spans[i].Kind == TagKind.Road)
            {
                return count;
            }

            if (spans[i].Kind == TagKind.Poi)
            {
                int length = RoadLength(text.Slice(spans[i].Start, spans[i].Length));
                if (length > 0)
                {
                    TagSpan place = spans[i];
                    spans[i..count].CopyTo(spans[(i + 1)..]);
                    spans[i] = new TagSpan(place.Start, (short)length, TagKind.Road);
                    spans[i + 1] = new TagSpan((short)(place.Start + length), (short)(place.Length - length), TagKind.Poi);
                    count++;
                }

                return count;
            }
        }

        return count;
    }

    private static int RoadLength(ReadOnlySpan<char> name)
    {
        int at = name.IndexOf('路');
        bool isRoad = at is >= LeastRoad and <= LongestRoad && name.Length - at - 1 >= LeastPlace && !NoRoad.Contains(name[at - 1]) && !BesideRoad.Contains(name[at + 1]);
        return isRoad ? at + 1 : 0;
    }
}
