using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>Looks the stretches that the tagger sees as divisions up among the names matched.</summary>
internal sealed class MentionReader(Gazetteer gazetteer)
{
    /// <summary>Mentions that are kept of one text: five levels, repeated, and some to spare.</summary>
    public const int MaxMentions = 16;

    /// <summary>A name of two characters may be a common word even in full (新界, 九龙).</summary>
    private const int ShortName = 2;

    private readonly Mention[] mentions = new Mention[MaxMentions];
    private int count;

    public ReadOnlySpan<Mention> Mentions => mentions.AsSpan(0, count);

    public void Read(ReadOnlySpan<TagSpan> spans, ReadOnlySpan<NameMatch> matches, ReadOnlySpan<char> text)
    {
        count = 0;
        bool inPlaces = false;
        foreach (TagSpan span in spans)
        {
            switch (span.Kind)
            {
                case TagKind.Province when !inPlaces && StartsAnew(span, matches):
                    DropUpper();
                    Add(Find(span, matches));
                    break;
                case <= TagKind.Village or TagKind.Zone:
                    AddDivisions(span, matches, text);
                    break;
                case TagKind.Poi:
                    AddNamesake(span, matches, text);
                    inPlaces = true;
                    break;
                case TagKind.Road or TagKind.Number:
                    inPlaces = true;
                    break;
            }
        }
    }

    /// <summary>A wrong beginning and then the address itself (安徽省宿州市萧县浙江省杭州市…): a second, other province starts anew.</summary>
    private bool StartsAnew(TagSpan span, ReadOnlySpan<NameMatch> matches)
    {
        Mention found = Find(span, matches);
        if ((found.Full & LevelSet.Province) == 0)
        {
            return false;
        }

        foreach (ref readonly Mention earlier in Mentions)
        {
            if (earlier.Span.Kind == TagKind.Province && earlier.Name >= 0 && !SameProvince(earlier.Name, found.Name))
            {
                return true;
            }
        }

        return false;
    }

    private void DropUpper()
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            if (mentions[i].Span.Kind is TagKind.Town or TagKind.Village)
            {
                mentions[kept++] = mentions[i];
            }
        }

        count = kept;
    }

    private bool SameProvince(int first, int second)
    {
        foreach (NameReference one in gazetteer.ReferencesOf(first))
        {
            foreach (NameReference other in gazetteer.ReferencesOf(second))
            {
                if (one.Unit == other.Unit)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Adds the stretch as one name, or as the names it is made of (缙云壶镇); what is left over after them is no name.</summary>
    private void AddDivisions(TagSpan span, ReadOnlySpan<NameMatch> matches, ReadOnlySpan<char> text)
    {
        Mention whole = Find(span, matches);
        bool inCity = (!whole.IsKnown || (whole.Full | whole.Short) == LevelSet.Town) && AddCityOf(span, matches, text);
        if (whole.IsKnown || span.Kind == TagKind.Village)
        {
            Add(whole);
            return;
        }

        if (inCity)
        {
            return;
        }

        int before = count;
        TagSpan rest = span;
        while (rest.Length > 0 && Prefix(rest, matches, text) is { Length: > 0 } prefix)
        {
            Add(Find(prefix, matches));
            rest = new TagSpan((short)prefix.End, (short)(rest.Length - prefix.Length), rest.Kind);
            if (Find(rest, matches) is { IsKnown: true } last)
            {
                Add(last);
                break;
            }
        }

        if (count == before && span.Kind != TagKind.Zone)
        {
            Add(whole);
        }
    }

    /// <summary>
    /// Adds the city that a zone is named after, which it lies in (洛阳经开区, 资阳新区), whatever its name and the zone's stand for elsewhere, and that a stretch labelled so
    /// begins with (温州六 + 虹桥钢材市场). Behind a region or a town the name may be a village's.
    /// </summary>
    private bool AddCityOf(TagSpan span, ReadOnlySpan<NameMatch> matches, ReadOnlySpan<char> text)
    {
        bool begins = span.Kind switch
        {
            TagKind.Zone => text[span.End - 1] == '区',
            TagKind.Region => text[..span.End].EndsWith("新区"),
            TagKind.City => true,
            _ => false,
        };
        if (!begins || (count > 0 && mentions[count - 1].Span.Kind > TagKind.Province))
        {
            return false;
        }

        Mention city = default;
        for (int i = NameMatch.First(matches, span.Start); i < matches.Length && matches[i].Start == span.Start; i++)
        {
            NameMatch match = matches[i];
            LevelSet level = match.Short & (LevelSet.Province | LevelSet.City);
            if (level != LevelSet.None && !match.Extended && match.Length > city.Span.Length && match.Length < span.Length)
            {
                TagKind kind = (level & LevelSet.City) != 0 ? TagKind.City : TagKind.Province;
                city = new Mention(new TagSpan(span.Start, match.Length, kind), match.Name, -1, match.Full, match.Short);
            }
        }

        if (city.Span.Length == 0)
        {
            return false;
        }

        Add(city);
        return true;
    }

    private static TagSpan Prefix(TagSpan span, ReadOnlySpan<NameMatch> matches, ReadOnlySpan<char> text)
    {
        TagSpan best = default;
        for (int i = NameMatch.First(matches, span.Start); i < matches.Length && matches[i].Start == span.Start; i++)
        {
            NameMatch match = matches[i];
            if (match.Length < span.Length && match.Length >= best.Length && IsPart(match, span, matches, text))
            {
                best = span with { Length = match.Length };
            }
        }

        return best;
    }

    private static bool IsPart(in NameMatch match, TagSpan span, ReadOnlySpan<NameMatch> matches, ReadOnlySpan<char> text)
    {
        LevelSet wanted = span.Kind == TagKind.Town ? LevelSet.Upper | LevelSet.Town : LevelSet.Upper;
        if ((match.Full & wanted) != 0 || (span.Start == 0 && (match.Short & LevelSet.Province) != 0))
        {
            return true;
        }

        if ((match.Short & wanted) == 0)
        {
            return false;
        }

        TagSpan rest = new((short)match.End, (short)(span.Length - match.Length), span.Kind);
        ReadOnlySpan<char> left = text.Slice(rest.Start, rest.Length);
        return Find(rest, matches).IsKnown || ((match.Consistent & wanted) != 0 && left[^1] is not ('镇' or '乡' or '道' or '处' or '区' or '县' or '市'));
    }

    /// <summary>A place that begins with the name of a division (义乌国际商贸城); of a zone (大连高新区) even when the name is a common word.</summary>
    private void AddNamesake(TagSpan span, ReadOnlySpan<NameMatch> matches, ReadOnlySpan<char> text)
    {
        bool zone = text.Slice(span.Start, span.Length).EndsWith("区");
        for (int i = NameMatch.First(matches, span.Start); i < matches.Length && matches[i].Start == span.Start; i++)
        {
            NameMatch match = matches[i];
            bool named = ((match.Full & LevelSet.Upper) != 0 && match.Length > ShortName) || (((match.Full | match.Short) & LevelSet.Upper) != 0 && (zone || !gazetteer.IsCommonWord(match.Name)));
            bool whole = match.Length == span.Length;
            if (named && !match.Extended && (!whole || ((match.Full | match.Short) & (LevelSet.Province | LevelSet.City)) != 0))
            {
                Add(new Mention(span with { Length = match.Length }, match.Name, -1, match.Full, match.Short));
            }
        }
    }

    private void Add(in Mention mention)
    {
        if (count < MaxMentions)
        {
            mentions[count++] = mention;
        }
    }

    private static Mention Find(TagSpan span, ReadOnlySpan<NameMatch> matches)
    {
        int name = -1;
        int core = -1;
        LevelSet full = LevelSet.None;
        LevelSet brief = LevelSet.None;
        for (int i = NameMatch.First(matches, span.Start); i < matches.Length && matches[i].Start == span.Start; i++)
        {
            NameMatch match = matches[i];
            if (match.Length != span.Length)
            {
                continue;
            }

            if (!match.Extended)
            {
                name = match.Name;
                full = match.Full;
                brief = match.Short;
            }
            else if (match.Full == (span.Kind == TagKind.Village ? LevelSet.Village : LevelSet.Town))
            {
                core = match.Name;
            }
        }

        return new Mention(span, name, core, full, brief);
    }
}
