namespace PlanetGraph.Engine.Fields;

/// <summary>What is no road's name by itself but the end of one that is named after a place.</summary>
internal static class RoadEnds
{
    /// <summary>Characters of the longest of them.</summary>
    private const int Longest = 3;

    private static readonly string[] Ends =
        ["路", "街", "大道", "大街", "公路", "东路", "西路", "南路", "北路", "中路", "东街", "西街", "南街", "北街", "一路", "二路", "支路", "环路", "大路", "老街", "新街"];

    /// <summary>These are roads by themselves as well (西宁市 + 西大街); behind a town or village they are not.</summary>
    private static readonly string[] EndsBehindTowns =
        ["东大街", "西大街", "南大街", "北大街", "外大街", "内大街", "外街", "内街", "前街", "后街", "东大道", "西大道", "南大道", "北大道", "东里", "西里", "南里", "北里"];

    /// <summary>Whether it is the end of a road behind the name of any division: 鄞县 + 大道.</summary>
    public static bool IsOne(ReadOnlySpan<char> text) => Contains(Ends, text);

    /// <summary>Whether it is the end of a road behind the name of a town or village only: 中关村 + 南大街.</summary>
    public static bool IsOneBehindTown(ReadOnlySpan<char> text) => Contains(EndsBehindTowns, text) || IsNumbered(text);

    /// <summary>天府 + 三街, 凤城 + 十二路.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > 3 || text[^1] is not ('路' or '街' or '道' or '巷'))
        {
            return false;
        }

        foreach (char c in text[..^1])
        {
            if (!HouseNumberReader.IsNumeral(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(string[] words, ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
        {
            return false;
        }

        foreach (string word in words)
        {
            if (text.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }
}
