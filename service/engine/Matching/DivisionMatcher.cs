using System.Numerics;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Matching;

/// <summary>
/// Finds every name of a division in a text by walking the trie from each character. Reused from address to address; allocates nothing after construction.
/// The first steps of all walks are taken together, because each step waits for memory: the nodes of the next step are on their way while the others step.
/// </summary>
internal sealed class DivisionMatcher(Gazetteer gazetteer)
{
    /// <summary>Matches that are kept of one text.</summary>
    public const int MaxMatches = 1024;

    /// <summary>Codes behind the text, so that the steps taken together need not look where it ends.</summary>
    private const int Behind = 3;

    private readonly ushort[] codes = new ushort[NameMatch.LongestText + Behind];
    private readonly Walk[] walks = new Walk[NameMatch.LongestText];
    private readonly NameMatch[] matches = new NameMatch[MaxMatches];
    private readonly DivisionMatch[] byLevel = new DivisionMatch[MaxMatches];
    private readonly Presence presence = new(gazetteer);
    private int count;

    /// <summary>The matches, by start, then by length; extended ones behind the plain ones of their start.</summary>
    public ReadOnlySpan<NameMatch> Matches => matches.AsSpan(0, count);

    /// <summary>Finds the names in a text of at most <see cref="NameMatch.LongestText"/> characters.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        count = 0;
        ReadOnlySpan<ushort> alphabet = gazetteer.Alphabet.Span;
        Span<ushort> coded = codes.AsSpan(0, text.Length + Behind);
        for (int i = 0; i < text.Length; i++)
        {
            coded[i] = alphabet[text[i]];
        }

        coded[text.Length..].Clear();
        foreach (ref readonly Walk walk in Begin(coded))
        {
            int first = count;
            Finish(walk, coded);
            if (count > first)
            {
                Extend(text, first);
            }
        }

        presence.Read(Matches);
        foreach (ref NameMatch match in matches.AsSpan(0, count))
        {
            match.Consistent = presence.ConsistentLevels(match);
        }
    }

    /// <summary>The same matches, one for each level, as the tagger's features want them; valid until the next call.</summary>
    public ReadOnlySpan<DivisionMatch> ByLevel()
    {
        int written = 0;
        foreach (ref readonly NameMatch match in Matches)
        {
            for (uint left = (uint)(match.Full | match.Short); left != 0 && written < MaxMatches; left &= left - 1)
            {
                byte level = (byte)BitOperations.TrailingZeroCount(left);
                LevelSet bit = (LevelSet)(1 << level);
                byLevel[written++] = new DivisionMatch(match.Start, match.Length, level, (match.Full & bit) != 0, (match.Consistent & bit) != 0);
            }
        }

        return byLevel.AsSpan(0, written);
    }

    /// <summary>Takes the first three steps from every character; returns the walks that some name begins like, in order.</summary>
    private ReadOnlySpan<Walk> Begin(ReadOnlySpan<ushort> coded)
    {
        Section<TrieNode> trie = gazetteer.Trie;
        int begun = 0;
        int root = trie[0].Base;
        for (int start = 0; start < coded.Length - Behind; start++)
        {
            TrieNode first = trie[root + coded[start]];
            int next = first.Base + coded[start + 1];
            trie.Prefetch(next);
            walks[begun] = new Walk(start, first, default, default, next);
            begun += first.Code == coded[start] ? 1 : 0;
        }

        int alive = 0;
        for (int i = 0; i < begun; i++)
        {
            Walk walk = walks[i];
            TrieNode second = trie[walk.Next];
            bool goesOn = second.Code == coded[walk.Start + 1];
            int next = second.Base + coded[walk.Start + 2];
            trie.Prefetch(goesOn ? next : 0);
            walks[alive] = walk with { Second = goesOn ? second : default, Next = next };
            alive += goesOn || walk.First.Name >= 0 ? 1 : 0;
        }

        for (int i = 0; i < alive; i++)
        {
            ref Walk walk = ref walks[i];
            TrieNode third = trie[walk.Next];
            bool goesOn = third.Code == coded[walk.Start + 2] && walk.Second != default;
            int next = third.Base + coded[walk.Start + 3];
            trie.Prefetch(goesOn ? next : 0);
            walk = walk with { Third = goesOn ? third : default, Next = next };
        }

        return walks.AsSpan(0, alive);
    }

    private void Finish(in Walk walk, ReadOnlySpan<ushort> coded)
    {
        Add(walk.Start, 1, walk.First);
        if (walk.Second == default)
        {
            return;
        }

        Add(walk.Start, 2, walk.Second);
        if (walk.Third == default)
        {
            return;
        }

        Add(walk.Start, 3, walk.Third);
        Section<TrieNode> trie = gazetteer.Trie;
        int next = walk.Next;
        for (int at = walk.Start + 3; at < coded.Length - Behind; at++)
        {
            TrieNode node = trie[next];
            if (node.Code != coded[at])
            {
                return;
            }

            Add(walk.Start, at + 1 - walk.Start, node);
            next = node.Base + coded[at + 1];
        }
    }

    private void Add(int start, int length, TrieNode node)
    {
        if (node.Name >= 0 && count < MaxMatches)
        {
            gazetteer.Names.Prefetch(NameNumber.IsListed(node.Name) ? node.Name : 0);
            matches[count++] = new NameMatch((short)start, (short)length, false, node.Name, node.Full, node.Short, LevelSet.None);
        }
    }

    /// <summary>Adds the matches of this start that a suffix makes longer, also where the trie has them: 九堡镇 is the official name of one town and the old one of 九堡街道.</summary>
    private void Extend(ReadOnlySpan<char> text, int first)
    {
        int plain = count;
        for (int i = first; i < plain && count < MaxMatches; i++)
        {
            NameMatch match = matches[i];
            LevelSet levels = match.Full | match.Short;
            if (match.End >= text.Length || (levels & (LevelSet.Town | LevelSet.Village)) == 0)
            {
                continue;
            }

            ReadOnlySpan<char> rest = text[match.End..];
            if ((levels & LevelSet.Town) != 0 && NameSuffix.Town(rest) is > 0 and var town)
            {
                matches[count++] = match with { Length = (short)(match.Length + town), Extended = true, Full = LevelSet.Town, Short = LevelSet.None };
            }

            if ((levels & LevelSet.Village) != 0 && count < MaxMatches && NameSuffix.Village(rest) is > 0 and var village)
            {
                matches[count++] = match with { Length = (short)(match.Length + village), Extended = true, Full = LevelSet.Village, Short = LevelSet.None };
            }
        }
    }

    /// <summary>A walk after three steps.</summary>
    /// <param name="Start">Character it began at.</param>
    /// <param name="First">The node of one character.</param>
    /// <param name="Second">The node of two; default when there is none.</param>
    /// <param name="Third">The node of three; default when there is none.</param>
    /// <param name="Next">Where the node of the next character is.</param>
    private readonly record struct Walk(int Start, TrieNode First, TrieNode Second, TrieNode Third, int Next);
}
