using System.Runtime.InteropServices;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>Builds the double-array trie of names, breadth first; the same names give the same array.</summary>
internal sealed class DoubleArray
{
    private readonly List<TrieNode> nodes = [];
    private readonly List<bool> taken = [];
    private int firstFree = 1;

    private DoubleArray()
    {
    }

    /// <summary>Codes of the characters of all names, the most frequent first: a small code makes a dense array.</summary>
    public static ushort[] Alphabet(IEnumerable<string> names)
    {
        int[] counts = new int[0x10000];
        foreach (char character in names.SelectMany(name => name))
        {
            counts[character]++;
        }

        ushort[] codes = new ushort[0x10000];
        ushort next = 1;
        foreach (int character in Enumerable.Range(0, 0x10000).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(c => c))
        {
            codes[character] = next++;
        }

        return codes;
    }

    /// <summary>The array over <paramref name="names"/>; a name's number is its place in the list.</summary>
    public static ReadOnlySpan<TrieNode> Build(IReadOnlyList<string> names, ushort[] alphabet)
    {
        int[] order = [.. Enumerable.Range(0, names.Count)];
        ushort[][] coded = [.. names.Select(name => name.Select(c => alphabet[c]).ToArray())];
        Array.Sort(order, (a, b) => coded[a].AsSpan().SequenceCompareTo(coded[b]));
        DoubleArray array = new();
        array.Grow(2);
        array.nodes[0] = new TrieNode(0, -1, -1);
        array.taken[0] = true;
        Queue<(int Node, int From, int To, int Depth)> open = new([(0, 0, order.Length, 0)]);
        List<(ushort Code, int From, int To)> children = [];
        while (open.TryDequeue(out (int Node, int From, int To, int Depth) at))
        {
            children.Clear();
            int from = at.From;
            int name = -1;
            if (coded[order[from]].Length == at.Depth)
            {
                name = order[from++];
            }

            while (from < at.To)
            {
                int to = from + 1;
                ushort code = coded[order[from]][at.Depth];
                while (to < at.To && coded[order[to]][at.Depth] == code)
                {
                    to++;
                }

                children.Add((code, from, to));
                from = to;
            }

            int start = children.Count == 0 ? 0 : array.Place(CollectionsMarshal.AsSpan(children));
            array.nodes[at.Node] = new TrieNode(start, array.nodes[at.Node].Parent, name);
            foreach ((ushort code, int first, int last) in children)
            {
                array.nodes[start + code] = new TrieNode(0, at.Node, -1);
                open.Enqueue((start + code, first, last, at.Depth + 1));
            }
        }

        return CollectionsMarshal.AsSpan(array.nodes);
    }

    private int Place(ReadOnlySpan<(ushort Code, int From, int To)> children)
    {
        while (firstFree < taken.Count && taken[firstFree])
        {
            firstFree++;
        }

        for (int cell = firstFree; ; cell++)
        {
            int start = cell - children[0].Code;
            if (start < 0)
            {
                continue;
            }

            Grow(start + children[^1].Code + 1);
            bool free = true;
            foreach ((ushort code, _, _) in children)
            {
                if (taken[start + code])
                {
                    free = false;
                    break;
                }
            }

            if (!free)
            {
                continue;
            }

            foreach ((ushort code, _, _) in children)
            {
                taken[start + code] = true;
            }

            return start;
        }
    }

    private void Grow(int count)
    {
        while (nodes.Count < count)
        {
            nodes.Add(new TrieNode(0, -1, -1));
            taken.Add(false);
        }
    }
}
