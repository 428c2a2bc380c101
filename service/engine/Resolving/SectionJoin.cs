using PlanetGraph.Engine.Fields;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>
/// Joins a numbered section to its road, whatever it was taken for or taken into (一环路|西|二段, 临园路|东三段, 二环路|北一段西南交通大学). A number in digits may be
/// the house's (大街|5|段) unless a direction before it says that it is not.
/// </summary>
internal static class SectionJoin
{
    /// <summary>Joins in place; returns the number of spans left.</summary>
    public static int Run(Span<TagSpan> spans, ReadOnlySpan<char> text)
    {
        if (!text.Contains('段'))
        {
            return spans.Length;
        }

        int count = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            TagSpan road = spans[i];
            int section = road.Kind == TagKind.Road ? RoadSection.Numbered(text[road.End..]) : 0;
            if (section == 0 || (char.IsAsciiDigit(text[road.End]) && HasNumberBefore(spans[(i + 1)..], road.End + section)))
            {
                spans[count++] = road;
                continue;
            }

            int end = road.End + section;
            spans[count++] = road with { Length = (short)(end - road.Start) };
            while (i + 1 < spans.Length && spans[i + 1].End <= end)
            {
                i++;
            }

            if (i + 1 < spans.Length && spans[i + 1].Start < end)
            {
                spans[i + 1] = new TagSpan((short)end, (short)(spans[i + 1].End - end), spans[i + 1].Kind);
            }
        }

        return count;
    }

    private static bool HasNumberBefore(ReadOnlySpan<TagSpan> spans, int end)
    {
        foreach (TagSpan span in spans)
        {
            if (span.Start >= end)
            {
                return false;
            }

            if (span.Kind == TagKind.Number)
            {
                return true;
            }
        }

        return false;
    }
}
