using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>A place behind a region that begins with one of its towns in full (象山县 + 石浦镇中心渔港) is the town and the place.</summary>
internal static class TownCut
{
    private const int LeastPlace = 2;

    /// <summary>Cuts the first such place of the first <paramref name="count"/> spans, in place: there is room for one more. Returns the number of spans.</summary>
    public static int Run(Span<TagSpan> spans, int count, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        for (int i = 1; i < count; i++)
        {
            if (spans[i] is { Kind: TagKind.Poi } place && spans[i - 1] is { Kind: TagKind.Region } region && region.End == place.Start)
            {
                int length = TownLength(place, text, matches);
                if (length > 0)
                {
                    spans[i..count].CopyTo(spans[(i + 1)..]);
                    spans[i] = new TagSpan(place.Start, (short)length, TagKind.Town);
                    spans[i + 1] = new TagSpan((short)(place.Start + length), (short)(place.Length - length), TagKind.Poi);
                    return count + 1;
                }
            }
        }

        return count;
    }

    private static int TownLength(TagSpan place, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        for (int i = NameMatch.First(matches, place.Start); i < matches.Length && matches[i].Start == place.Start; i++)
        {
            NameMatch match = matches[i];
            if (place.Length - match.Length >= LeastPlace && (match.Full & match.Consistent & LevelSet.Town) != 0 && text[match.End - 1] is '镇' or '乡')
            {
                return match.Length;
            }
        }

        return 0;
    }
}
