using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>Looks the stretches that the tagger sees as divisions up among the names matched.</summary>
internal sealed class MentionReader(Gazetteer gazetteer)
{
    /// <summary>Mentions that are kept of one text: five levels, repeated, and some to spare.</summary>
    public const int MaxMentions = 16;

    private readonly Mention[] mentions = new Mention[MaxMentions];
    private int count;

    public ReadOnlySpan<Mention> Mentions => mentions.AsSpan(0, count);

    public void Read(ReadOnlySpan<TagSpan> spans, ReadOnlySpan<NameMatch> matches)
    {
        count = 0;
        foreach (TagSpan span in spans)
        {
            if (span.Kind is <= TagKind.Village or TagKind.Zone && count < MaxMentions)
            {
                mentions[count++] = Find(span, matches);
            }
        }
    }

    private Mention Find(TagSpan span, ReadOnlySpan<NameMatch> matches)
    {
        int best = -1;
        for (int i = First(matches, span.Start); i < matches.Length && matches[i].Start == span.Start; i++)
        {
            NameMatch match = matches[i];
            bool usable = match.Length == span.Length ? IsUsable(match, span.Kind) : match.Length < span.Length && NamesUpper(match, span.Kind);
            if (usable && (best < 0 || match.Length > matches[best].Length || (match.Length == matches[best].Length && matches[best].Extended)))
            {
                best = i;
            }
        }

        return best < 0 ? new Mention(span, -1, false) : new Mention(span, matches[best].Name, matches[best].Extended);
    }

    private static bool IsUsable(in NameMatch match, TagKind kind) =>
        !match.Extended || (kind == TagKind.Village ? match.Full == LevelSet.Village : match.Full == LevelSet.Town);

    /// <summary>A shorter name at the start of the stretch counts where the rest is a slip (杭州市市), which only upper levels have.</summary>
    private bool NamesUpper(in NameMatch match, TagKind kind) =>
        kind <= TagKind.Region && !match.Extended && (match.Full & (LevelSet.Province | LevelSet.City | LevelSet.Region)) != 0
        && gazetteer.ReferencesOf(match.Name).Length > 0;

    private static int First(ReadOnlySpan<NameMatch> matches, int start)
    {
        int low = 0;
        int high = matches.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (matches[middle].Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
