using PlanetGraph.Data.Synthetic;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Training;

/// <summary>All names of divisions, full and cut short, to find in a text with what their ancestors say about one another.</summary>
internal sealed class DivisionTrie
{
    private const int LongestName = 14;

    private readonly record struct Named(int Division, byte Level, bool Full);

    private readonly Dictionary<long, int> _edges = [];
    private readonly List<List<Named>?> _names = [null];
    private readonly List<int> _parents = [];
    private readonly List<(int Start, int End, int Node)> _found = [];
    private readonly Dictionary<int, List<(int Start, int End)>> _matched = [];

    public DivisionTrie(IReadOnlyList<TownChain> towns)
    {
        Dictionary<string, int> known = [];
        int Division(string path, string name, int level, int parent)
        {
            if (!known.TryGetValue(path, out int id))
            {
                id = _parents.Count;
                known[path] = id;
                _parents.Add(parent);
                Enter(name, level, id);
            }

            return id;
        }

        foreach (TownChain town in towns)
        {
            int province = Division(town.Province, town.Province, 0, -1);
            int at = province;
            string path = town.Province;
            if (town.City is not null)
            {
                path += "/" + town.City;
                at = Division(path, town.City, 1, province);
            }

            if (town.Region is not null)
            {
                path += "/" + town.Region;
                at = Division(path, town.Region, 2, at);
            }

            path += "/" + town.Town;
            at = Division(path, town.Town, 3, at);
            foreach (string village in town.Villages)
            {
                Division(path + "/" + village, village, 4, at);
            }
        }
    }

    /// <summary>Finds all names in the text.</summary>
    public void Find(ReadOnlySpan<char> text, List<DivisionMatch> to)
    {
        to.Clear();
        _found.Clear();
        _matched.Clear();
        for (int start = 0; start < text.Length; start++)
        {
            int node = 0;
            for (int at = start; at < text.Length && at < start + LongestName && _edges.TryGetValue(Edge(node, text[at]), out node); at++)
            {
                List<Named>? names = _names[node];
                if (names is null)
                {
                    continue;
                }

                _found.Add((start, at + 1, node));
                foreach (Named named in names)
                {
                    if (named.Level < 4)
                    {
                        if (!_matched.TryGetValue(named.Division, out List<(int, int)>? spans))
                        {
                            _matched[named.Division] = spans = [];
                        }

                        spans.Add((start, at + 1));
                    }
                }
            }
        }

        HashSet<(int Province, int Start)> supported = [];
        foreach ((int start, int end, int node) in _found)
        {
            for (int level = 0; level < DivisionTrace.Levels; level++)
            {
                bool any = false;
                bool full = false;
                bool consistent = false;
                foreach (Named named in _names[node]!)
                {
                    if (named.Level != level)
                    {
                        continue;
                    }

                    any = true;
                    full |= named.Full;
                    for (int above = _parents[named.Division]; above >= 0; above = _parents[above])
                    {
                        if (_matched.TryGetValue(above, out List<(int Start, int End)>? spans))
                        {
                            foreach ((int spanStart, int spanEnd) in spans)
                            {
                                if (spanStart >= end || spanEnd <= start)
                                {
                                    consistent = true;
                                    if (_parents[above] < 0)
                                    {
                                        supported.Add((above, spanStart));
                                    }
                                }
                            }
                        }
                    }
                }

                if (any)
                {
                    to.Add(new DivisionMatch((short)start, (short)(end - start), (byte)level, full, consistent));
                }
            }
        }

        for (int i = 0; i < to.Count; i++)
        {
            if (to[i].Level == 0 && supported.Any(one => one.Start == to[i].Start))
            {
                to[i] = to[i] with { Consistent = true };
            }
        }
    }

    private static long Edge(int node, char c) => ((long)node << 16) | c;

    private void Enter(string name, int level, int division)
    {
        Put(name, new Named(division, (byte)level, true));
        string core = DivisionNames.Core(name, level);
        if (core != name)
        {
            Put(core, new Named(division, (byte)level, false));
            if (level == 4)
            {
                Put(core + "村", new Named(division, (byte)level, true));
                Put(core + "社区", new Named(division, (byte)level, true));
            }
        }
    }

    private void Put(string name, Named named)
    {
        if (name.Length > LongestName)
        {
            return;
        }

        int node = 0;
        foreach (char c in name)
        {
            if (!_edges.TryGetValue(Edge(node, c), out int next))
            {
                next = _names.Count;
                _names.Add(null);
                _edges[Edge(node, c)] = next;
            }

            node = next;
        }

        List<Named> names = _names[node] ??= [];
        if (!names.Contains(named))
        {
            names.Add(named);
        }
    }
}
