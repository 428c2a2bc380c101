using System.Numerics;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Fields;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>Texts that are nothing but names of the gazetteer are these, whatever they look like to the tagger, which wants to see an address.</summary>
internal static class WholeNames
{
    /// <summary>
    /// Writes one span for a text that is a name (香港, 台中县, 长沙高新区, 五道口), two for a province and a name in it (内蒙古哲里木盟, 台湾高雄, 黑龙江省哈尔宾市)
    /// unless the first <paramref name="count"/> spans say so already. Returns their number; 0, and nothing is written, when it is neither.
    /// </summary>
    public static int Read(Span<TagSpan> spans, int count, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches, PlaceNames places)
    {
        int written = 0;
        bool agreed = count == 2 && spans[1].Kind <= TagKind.Village && spans[1].Start == spans[0].End;
        bool road = count == 1 && spans[0].Kind == TagKind.Road;
        for (int i = 0; i < matches.Length && matches[i].Start == 0; i++)
        {
            NameMatch first = matches[i];
            LevelSet levels = first.Full | first.Short;
            if (first.Extended)
            {
                continue;
            }

            if (first.End == text.Length)
            {
                if ((levels & LevelSet.Upper) != 0 || levels == 0 || (!road && places.IsCircle(first.Name)))
                {
                    spans[0] = new TagSpan(0, first.Length, (levels & LevelSet.Upper) == 0 ? TagKind.Zone : Coarsest(levels & LevelSet.Upper));
                    return 1;
                }
            }
            else if ((levels & LevelSet.Province) != 0 && !(agreed && spans[0].End == first.End) && OfRest(first.End, text.Length, matches) is { } level)
            {
                spans[0] = new TagSpan(0, first.Length, TagKind.Province);
                spans[1] = new TagSpan(first.Length, (short)(text.Length - first.Length), level);
                written = 2;
            }
        }

        return written;
    }

    private static TagKind? OfRest(int start, int end, ReadOnlySpan<NameMatch> matches)
    {
        for (int i = NameMatch.First(matches, start); i < matches.Length && matches[i].Start == start; i++)
        {
            LevelSet all = matches[i].Full | matches[i].Short;
            LevelSet levels = all & (LevelSet.City | LevelSet.Region);
            if (matches[i].End == end && !matches[i].Extended && (levels != 0 || all == 0))
            {
                return all == 0 ? TagKind.Zone : Coarsest(levels);
            }
        }

        return null;
    }

    private static TagKind Coarsest(LevelSet levels) => (TagKind)BitOperations.TrailingZeroCount((uint)levels);
}
