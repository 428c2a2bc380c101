using System.Runtime.InteropServices;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Compile;

/// <summary>Builds the double-array trie of names, breadth first; the same names give the same array.</summary>
internal sealed class DoubleArray
{
    private const int Childless = -1;

    private readonly List<Cell> cells = [];
    private readonly HashSet<int> bases = [];
    private int firstFree = 1;

    private DoubleArray()
    {
    }

    /// <summary>Codes of the characters of all names, the most frequent first: a small code makes a dense array.</summary>
    /// <exception cref="InvalidDataException">There are more different characters than a node has room for.</exception>
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

        return next <= TrieNode.NoCode
            ? codes
            : throw new InvalidDataException($"The names have {next - 1} different characters; a node of the trie has room for {TrieNode.NoCode - 1}.");
    }

    /// <summary>The array over <paramref name="names"/>; <paramref name="content"/> tells the number and the levels of the name at a place in the list.</summary>
    /// <exception cref="InvalidDataException">There are more nodes, or a name has a greater number, than a node has room for.</exception>
    public static ReadOnlySpan<TrieNode> Build(IReadOnlyList<string> names, ushort[] alphabet, Func<int, (int Number, LevelSet Full, LevelSet Short)> content)
    {
        int[] order = [.. Enumerable.Range(0, names.Count)];
        ushort[][] coded = [.. names.Select(name => name.Select(c => alphabet[c]).ToArray())];
        Array.Sort(order, (a, b) => coded[a].AsSpan().SequenceCompareTo(coded[b]));
        DoubleArray array = new();
        array.Grow(2);
        array.cells[0] = new Cell(Childless, TrieNode.NoCode, -1, Taken: true);
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

            int start = children.Count == 0 ? Childless : array.Place(CollectionsMarshal.AsSpan(children));
            array.cells[at.Node] = array.cells[at.Node] with { Base = start, Name = name };
            foreach ((ushort code, int first, int last) in children)
            {
                array.cells[start + code] = array.cells[start + code] with { Code = code };
                open.Enqueue((start + code, first, last, at.Depth + 1));
            }
        }

        return array.Pack(content);
    }

    private int Place(ReadOnlySpan<(ushort Code, int From, int To)> children)
    {
        while (firstFree < cells.Count && cells[firstFree].Taken)
        {
            firstFree++;
        }

        for (int cell = firstFree; ; cell++)
        {
            int start = cell - children[0].Code;
            if (start < 0 || bases.Contains(start))
            {
                continue;
            }

            Grow(start + children[^1].Code + 1);
            bool free = true;
            foreach ((ushort code, _, _) in children)
            {
                if (cells[start + code].Taken)
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
                cells[start + code] = cells[start + code] with { Taken = true };
            }

            bases.Add(start);
            return start;
        }
    }

    /// <summary>The nodes, and behind them as many empty ones as there are codes: where the childless look for children, and the last parents for those they lack.</summary>
    private TrieNode[] Pack(Func<int, (int Number, LevelSet Full, LevelSet Short)> content)
    {
        int empty = cells.Count;
        Grow(empty + TrieNode.NoCode);
        if (cells.Count > TrieNode.MostNodes)
        {
            throw new InvalidDataException($"The trie has {cells.Count} nodes; a node has room for {TrieNode.MostNodes}.");
        }

        TrieNode[] nodes = new TrieNode[cells.Count];
        for (int i = 0; i < nodes.Length; i++)
        {
            Cell cell = cells[i];
            (int number, LevelSet full, LevelSet brief) = cell.Name < 0 ? (-1, default, default) : content(cell.Name);
            if (number >= TrieNode.MostNames)
            {
                throw new InvalidDataException($"A name has the number {number}; a node of the trie has room for {TrieNode.MostNames - 1}.");
            }

            nodes[i] = new TrieNode(cell.Base == Childless ? empty : cell.Base, cell.Code, number, full, brief);
        }

        return nodes;
    }

    private void Grow(int count)
    {
        while (cells.Count < count)
        {
            cells.Add(new Cell(Childless, TrieNode.NoCode, -1, Taken: false));
        }
    }

    private readonly record struct Cell(int Base, int Code, int Name, bool Taken);
}
