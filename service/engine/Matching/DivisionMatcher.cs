using System.Numerics;
using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Matching;

/// <summary>
/// Finds every name of a division in a text by walking the trie from each character. Reused from address to address; allocates nothing after construction.
/// </summary>
internal sealed class DivisionMatcher(Gazetteer gazetteer)
{
    /// <summary>Matches that are kept of one text.</summary>
    public const int MaxMatches = 1024;

    private readonly NameMatch[] matches = new NameMatch[MaxMatches];
    private readonly DivisionMatch[] byLevel = new DivisionMatch[MaxMatches];
    private readonly Presence presence = new(gazetteer);
    private int count;

    /// <summary>The matches, by start, then by length; extended ones behind the plain ones of their start.</summary>
    public ReadOnlySpan<NameMatch> Matches => matches.AsSpan(0, count);

    public void Read(ReadOnlySpan<char> text)
    {
        count = 0;
        ReadOnlySpan<ushort> alphabet = gazetteer.Alphabet.Span;
        ReadOnlySpan<TrieNode> trie = gazetteer.Trie.Span;
        ReadOnlySpan<NameRecord> names = gazetteer.Names.Span;
        for (int start = 0; start < text.Length; start++)
        {
            int first = count;
            Walk(text, start, alphabet, trie, names);
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

    private void Walk(ReadOnlySpan<char> text, int start, ReadOnlySpan<ushort> alphabet, ReadOnlySpan<TrieNode> trie, ReadOnlySpan<NameRecord> names)
    {
        int node = 0;
        int at = trie[0].Base;
        for (int i = start; i < text.Length; i++)
        {
            ushort code = alphabet[text[i]];
            int child = at + code;
            if (code == 0 || child >= trie.Length)
            {
                return;
            }

            ref readonly TrieNode next = ref trie[child];
            if (next.Parent != node)
            {
                return;
            }

            if (next.Name >= 0 && count < MaxMatches)
            {
                ref readonly NameRecord name = ref names[next.Name];
                matches[count++] = new NameMatch((short)start, (short)(i + 1 - start), false, next.Name, name.Full, name.Short, LevelSet.None);
            }

            node = child;
            at = next.Base;
        }
    }

    /// <summary>Adds the matches of this start that a suffix makes longer, also where the trie has them: 九堡镇 is the official name of one town and the old one of 九堡街道.</summary>
    private void Extend(ReadOnlySpan<char> text, int first)
    {
        int plain = count;
        for (int i = first; i < plain && count < MaxMatches; i++)
        {
            NameMatch match = matches[i];
            if (match.End >= text.Length || ((match.Full | match.Short) & (LevelSet.Town | LevelSet.Village)) == 0)
            {
                continue;
            }

            ReadOnlySpan<char> rest = text[match.End..];
            if (((match.Full | match.Short) & LevelSet.Town) != 0 && NameSuffix.Town(rest) is > 0 and var town)
            {
                matches[count++] = match with { Length = (short)(match.Length + town), Extended = true, Full = LevelSet.Town, Short = LevelSet.None };
            }

            if (((match.Full | match.Short) & LevelSet.Village) != 0 && count < MaxMatches && NameSuffix.Village(rest) is > 0 and var village)
            {
                matches[count++] = match with { Length = (short)(match.Length + village), Extended = true, Full = LevelSet.Village, Short = LevelSet.None };
            }
        }
    }
}
