using System.Numerics;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>
/// The quarters of 香港 and 澳门 (尖沙咀, 铜锣湾) stand between the name of the place and the road; no division is named after them, and the tagger,
/// trained on the mainland's addresses, glues them to what is beside them. A chain of names of there at the beginning of the text is cut into these.
/// </summary>
internal sealed class QuarterCut(Gazetteer gazetteer)
{
    /// <summary>The region as a whole, a part of it, a district, a quarter.</summary>
    public const int LongestChain = 4;

    /// <summary>A road named after the quarter itself (中环道) is not cut: what is left must have more characters than these before its ending.</summary>
    private const int ShortestName = 2;

    /// <summary>Of every province, whether it is one of the two.</summary>
    private readonly bool[] isThere = [.. Enumerable.Range(0, gazetteer.LevelStart(1)).Select(province => gazetteer.NameUtf8(province).EndsWith("特别行政区"u8))];

    /// <summary>Cuts at the beginning of the text, in place: <paramref name="spans"/> has room for <see cref="LongestChain"/> more than <paramref name="count"/>. Returns their number.</summary>
    public int Run(Span<TagSpan> spans, int count, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        if (matches.IsEmpty || matches[0].Start > 0)
        {
            return count;
        }

        Span<TagSpan> chain = stackalloc TagSpan[LongestChain];
        int length = 0;
        int end = 0;
        while (length < LongestChain && Next(text, matches, end, length > 0) is { Length: > 0 } name)
        {
            chain[length++] = name;
            end = name.End;
        }

        return length switch
        {
            0 => count,
            1 when chain[0].Kind == TagKind.Province => RoadBehind(spans, count, chain[0]),
            1 when chain[0].Length <= ShortestName => count,
            _ => Impose(spans, count, chain[..length], text),
        };
    }

    /// <summary>The road that has the name of the whole at its beginning (香港弥敦道) or a name that seems to be of a division in it (澳门 + 友谊 + 大马路). Returns the number of spans.</summary>
    private static int RoadBehind(Span<TagSpan> spans, int count, TagSpan place)
    {
        if (count == 0)
        {
            return count;
        }

        if (spans[0] is { Start: 0, Kind: TagKind.Road } road && road.Length > place.Length + ShortestName)
        {
            spans[..count].CopyTo(spans[1..]);
            spans[0] = place;
            spans[1] = new TagSpan((short)place.End, (short)(road.End - place.End), TagKind.Road);
            return count + 1;
        }

        bool cut = count > 2 && spans[0].End == place.End && spans[1] is { Kind: TagKind.Region or TagKind.Town or TagKind.Village } name && name.Start == place.End
            && spans[2].Kind == TagKind.Road && spans[2].Start == name.End;
        if (!cut)
        {
            return count;
        }

        spans[0] = place;
        spans[1] = new TagSpan((short)place.End, (short)(spans[2].End - place.End), TagKind.Road);
        spans[3..count].CopyTo(spans[2..]);
        return count - 1;
    }

    /// <summary>The longest name of a division there that begins at <paramref name="start"/>, or of a quarter, unless it is the beginning of a road; empty when there is none.</summary>
    private TagSpan Next(ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches, int start, bool quarters)
    {
        TagSpan found = default;
        for (int i = NameMatch.First(matches, start); i < matches.Length && matches[i].Start == start; i++)
        {
            NameMatch match = matches[i];
            LevelSet level = (match.Full | match.Short) & LevelSet.Upper;
            if (match.Extended || match.Length <= found.Length || (start > 0 && IsRoadOf(text[match.End..])))
            {
                continue;
            }

            if (level != 0 && IsThere(match, quarter: false))
            {
                found = new TagSpan(match.Start, match.Length, (TagKind)BitOperations.TrailingZeroCount((uint)level));
            }
            else if (quarters && IsThere(match, quarter: true))
            {
                found = new TagSpan(match.Start, match.Length, TagKind.Poi);
            }
        }

        return found;
    }

    /// <summary>Whether the name is also that of a quarter there, respectively of a division there.</summary>
    private bool IsThere(in NameMatch match, bool quarter)
    {
        foreach (NameReference reference in gazetteer.ReferencesOf(match.Name))
        {
            if (isThere[gazetteer.ProvinceOf(reference.Unit)] && reference.Kind == NameKind.BusinessCircle == quarter)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRoadOf(ReadOnlySpan<char> rest) => rest.IndexOfAny('道', '街', '路') is >= 0 and < ShortestName;

    private static int Impose(Span<TagSpan> spans, int count, ReadOnlySpan<TagSpan> chain, ReadOnlySpan<char> text)
    {
        int end = chain[^1].End;
        int kept = 0;
        while (kept < count && spans[kept].End <= end)
        {
            kept++;
        }

        int first = chain.Length;
        spans[kept..count].CopyTo(spans[first..]);
        count += first - kept;
        chain.CopyTo(spans);
        if (count > first && spans[first].Start < end)
        {
            TagSpan cut = spans[first];
            spans[first] = new TagSpan((short)end, (short)(cut.End - end), cut.Kind);
            if (spans[first].Length < ShortestName && count > first + 1 && spans[first + 1].Kind == TagKind.Road && spans[first + 1].Start == spans[first].End)
            {
                spans[first] = new TagSpan(spans[first].Start, (short)(spans[first + 1].End - spans[first].Start), TagKind.Road);
                spans[(first + 2)..count].CopyTo(spans[(first + 1)..]);
                count--;
            }
        }

        if (count > first && spans[first].Start == end && spans[first].Kind is > TagKind.Province and < TagKind.Zone && text[spans[first].End - 1] is '道' or '街' or '路')
        {
            spans[first] = spans[first] with { Kind = TagKind.Road };
        }

        return count;
    }
}
