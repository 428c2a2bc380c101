using CsCheck;
using PlanetGraph.Data.Compile;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Data.Tests.Compile;

/// <summary>The trie is the whole gazetteer: a lost name is a division nobody finds, a wrong one an address in another province.</summary>
public sealed class DoubleArrayTests
{
    [Fact]
    public void Build_AnyNames_FindsExactlyThem() =>
        Gen.String[Gen.Char["东南西北中山海江"], 1, 5].HashSet[1, 200].Sample(
            names =>
            {
                string[] list = [.. names];
                ushort[] alphabet = DoubleArray.Alphabet(list);
                TrieNode[] trie = DoubleArray.Build(list, alphabet, name => (name, (LevelSet)(name & 31), (LevelSet)(~name & 31))).ToArray();
                return list.Index().All(entry => Find(trie, alphabet, entry.Item) == entry.Index)
                    && list.All(name => names.Contains(name + "东") || Find(trie, alphabet, name + "东") == -1);
            },
            iter: 300);

    [Fact]
    public void Build_NumberThatNoNodeHasRoomFor_IsRefused()
    {
        string[] names = ["东山"];

        InvalidDataException refusal = Assert.Throws<InvalidDataException>(() =>
        {
            DoubleArray.Build(names, DoubleArray.Alphabet(names), _ => (TrieNode.MostNames, LevelSet.None, LevelSet.None));
        });

        Assert.Contains($"number {TrieNode.MostNames}", refusal.Message, StringComparison.Ordinal);
    }

    private static int Find(TrieNode[] trie, ushort[] alphabet, string name)
    {
        TrieNode node = trie[0];
        foreach (char c in name)
        {
            node = trie[node.Base + alphabet[c]];
            if (node.Code != alphabet[c])
            {
                return -1;
            }
        }

        return node.Name < 0 || ((int)node.Full == (node.Name & 31) && (int)node.Short == (~node.Name & 31)) ? node.Name : -2;
    }
}
