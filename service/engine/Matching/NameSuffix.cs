namespace PlanetGraph.Engine.Matching;

/// <summary>Suffixes of towns and villages that people attach to a core name, whatever the official name ends in.</summary>
internal static class NameSuffix
{
    private static readonly string[] Towns = ["街道办事处", "街道办", "街道", "镇", "乡", "街办", "办事处", "苏木"];

    private static readonly string[] Villages =
    [
        "社区居民委员会", "社区居委会", "社区委员会", "社区", "村民委员会", "村村委会", "村委会", "村委", "行政村", "自然村", "村",
        "居民委员会", "居委会", "居委", "嘎查村", "嘎查",
    ];

    /// <summary>Length of the town suffix the text begins with; 0 when there is none.</summary>
    public static int Town(ReadOnlySpan<char> text) => text.IsEmpty || text[0] is not ('街' or '镇' or '乡' or '办' or '苏') ? 0 : Longest(text, Towns);

    /// <summary>Whether the text ends in a town's suffix and has a name before it.</summary>
    public static bool EndsTown(ReadOnlySpan<char> text)
    {
        foreach (string suffix in Towns)
        {
            if (text.Length > suffix.Length && text.EndsWith(suffix))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Length of the village suffix the text begins with; 0 when there is none.</summary>
    public static int Village(ReadOnlySpan<char> text) =>
        text.IsEmpty || text[0] is not ('社' or '村' or '行' or '自' or '居' or '嘎') ? 0 : Longest(text, Villages);

    private static int Longest(ReadOnlySpan<char> text, string[] suffixes)
    {
        int longest = 0;
        foreach (string suffix in suffixes)
        {
            if (suffix.Length > longest && text.StartsWith(suffix))
            {
                longest = suffix.Length;
            }
        }

        return longest;
    }
}
