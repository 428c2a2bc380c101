using System.Numerics;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>
/// The quarters of 香港 and 澳门 (尖沙咀, 铜锣湾) stand between the name of the place and the road; no division is named after them, and the tagger,
/// trained on the mainland's addresses, glues them to what is beside them. Behind the name of a place there, they are cut out.
/// </summary>
internal sealed class QuarterCut(Gazetteer gazetteer)
{
    private const LevelSet Upper = LevelSet.Province | LevelSet.City | LevelSet.Region;

    /// <summary>A road named after the quarter itself (中环道) is not cut: what is left must have more characters than these before its ending.</summary>
    private const int ShortestName = 2;

    private readonly int[] provinces = [.. Enumerable.Range(0, gazetteer.LevelStart(1)).Where(province => gazetteer.NameUtf8(province).EndsWith("特别行政区"u8))];

    /// <summary>Cuts at the beginning of the text, in place: <paramref name="spans"/> has room for two more than <paramref name="count"/>. Returns their number.</summary>
    public int Run(Span<TagSpan> spans, int count, ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        foreach (ref readonly NameMatch place in matches)
        {
            if (place.Start > 0)
            {
                break;
            }

            LevelSet level = (place.Full | place.Short) & Upper;
            if (place.Extended || level == 0 || !IsThere(place, quarter: false))
            {
                continue;
            }

            for (int i = NameMatch.First(matches, place.End); i < matches.Length && matches[i].Start == place.End; i++)
            {
                if (!matches[i].Extended && IsThere(matches[i], quarter: true) && !IsRoadOf(text[matches[i].End..]))
                {
                    TagKind kind = (TagKind)BitOperations.TrailingZeroCount((uint)level);
                    return Impose(spans, count, new TagSpan(0, place.Length, kind), new TagSpan(matches[i].Start, matches[i].Length, TagKind.Poi));
                }
            }
        }

        return count;
    }

    /// <summary>Whether the name is also that of a quarter there, respectively of a division there.</summary>
    private bool IsThere(in NameMatch match, bool quarter)
    {
        foreach (uint packed in gazetteer.ReferencesOf(match.Name))
        {
            NameReference reference = new(packed);
            if (reference.Kind == NameKind.BusinessCircle == quarter && provinces.AsSpan().Contains(gazetteer.AncestorAt(reference.Unit, DivisionLevel.Province)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRoadOf(ReadOnlySpan<char> rest) => rest.IndexOfAny('道', '街', '路') is >= 0 and < ShortestName;

    private static int Impose(Span<TagSpan> spans, int count, TagSpan place, TagSpan quarter)
    {
        int kept = 0;
        while (kept < count && spans[kept].End <= quarter.End)
        {
            kept++;
        }

        spans[kept..count].CopyTo(spans[2..]);
        count += 2 - kept;
        spans[0] = place;
        spans[1] = quarter;
        if (count > 2 && spans[2].Start < quarter.End)
        {
            TagSpan cut = spans[2];
            spans[2] = new TagSpan((short)quarter.End, (short)(cut.End - quarter.End), cut.Kind);
            if (spans[2].Length < ShortestName && count > 3 && spans[3].Kind == TagKind.Road && spans[3].Start == spans[2].End)
            {
                spans[2] = new TagSpan(spans[2].Start, (short)(spans[3].End - spans[2].Start), TagKind.Road);
                spans[4..count].CopyTo(spans[3..]);
                count--;
            }
        }

        return count;
    }
}
