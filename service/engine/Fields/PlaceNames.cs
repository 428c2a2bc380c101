using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Output;

namespace PlanetGraph.Engine.Fields;

/// <summary>What the names of places say of their kind: by their endings (百货大楼), or as names of their own (恒隆广场).</summary>
internal sealed class PlaceNames(Gazetteer gazetteer)
{
    /// <summary>In a byte of the endings' fields: the ending is a name by itself, too.</summary>
    public const byte OwnName = 0x40;

    /// <summary>The field that the longest ending of the name stands for, with the ending's length; null when it says none, or when the name is nothing but an ending (百货大楼).</summary>
    public AddressField? Kind(ReadOnlySpan<char> name, out int ending)
    {
        int found = Longest(name, out ending);
        bool counts = found >= 0 && found != byte.MaxValue && (ending < name.Length || (found & OwnName) != 0);
        return counts ? (AddressField)(found & ~OwnName) : null;
    }

    /// <summary>Whether the whole name is that of a place, whatever it looks like (万象城 is no village).</summary>
    public bool IsOwnName(ReadOnlySpan<char> name) => Longest(name, out int ending) is >= 0 and < byte.MaxValue and var found && ending == name.Length && (found & OwnName) != 0;

    /// <summary>Whether the whole name is the ending of a place's name and no name by itself (商贸城, 菜市场).</summary>
    public bool IsEnding(ReadOnlySpan<char> name) => Longest(name, out int ending) is >= 0 and < byte.MaxValue and var found && ending == name.Length && (found & OwnName) == 0;

    /// <summary>Whether a name of the gazetteer is that of a business circle.</summary>
    public bool IsCircle(int name)
    {
        foreach (NameReference reference in gazetteer.ReferencesOf(name))
        {
            if (reference.Kind == NameKind.BusinessCircle)
            {
                return true;
            }
        }

        return false;
    }

    private int Longest(ReadOnlySpan<char> name, out int length)
    {
        ReadOnlySpan<ushort> alphabet = gazetteer.Alphabet.Span;
        ReadOnlySpan<TrieNode> trie = gazetteer.Endings.Span;
        TrieNode node = trie[0];
        int found = -1;
        length = 0;
        for (int i = name.Length - 1; i >= 0; i--)
        {
            ushort code = alphabet[name[i]];
            node = trie[node.Base + code];
            if (node.Code != code)
            {
                break;
            }

            if (node.Name >= 0)
            {
                found = gazetteer.EndingFields[node.Name];
                length = name.Length - i;
            }
        }

        return found;
    }
}
