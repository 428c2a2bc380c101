using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Resolving;

/// <summary>A firm's name with a bracket in it (阿里巴巴(中国)有限公司) is one name: the tagger, which takes brackets for hints, cuts it there.</summary>
internal static class BracketJoin
{
    /// <summary>Characters between the brackets: the name of a place, or what the firm holds.</summary>
    private const int LongestInside = 8;

    private static readonly string[] Endings = ["公司", "事务所", "集团", "银行", "分行", "支行", "厂", "中心"];

    /// <summary>Joins in place; returns the number of spans left.</summary>
    public static int Run(Span<TagSpan> spans, ReadOnlySpan<char> text)
    {
        if (!text.Contains('('))
        {
            return spans.Length;
        }

        int count = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            int last = spans[i].Kind == TagKind.Poi ? LastOfFirm(spans, i, text) : i;
            spans[count++] = last == i ? spans[i] : new TagSpan(spans[i].Start, (short)(spans[last].End - spans[i].Start), TagKind.Poi);
            i = last;
        }

        return count;
    }

    /// <summary>The span that the firm's name ends with, which begins in or behind the bracket that follows <paramref name="index"/>; the index itself when it is no such name.</summary>
    private static int LastOfFirm(ReadOnlySpan<TagSpan> spans, int index, ReadOnlySpan<char> text)
    {
        int open = spans[index].End;
        if (open >= text.Length || text[open] != '(')
        {
            return index;
        }

        int close = open + 1 + text[(open + 1)..].IndexOf(')');
        if (close <= open + 1 || close - open - 1 > LongestInside)
        {
            return index;
        }

        for (int i = index + 1; i < spans.Length && spans[i].Start <= close + 1; i++)
        {
            if (spans[i].Kind is TagKind.Poi or TagKind.Other && spans[i].End > close + 1)
            {
                return EndsLikeFirm(text[(close + 1)..spans[i].End]) ? i : index;
            }
        }

        return index;
    }

    private static bool EndsLikeFirm(ReadOnlySpan<char> name)
    {
        foreach (string ending in Endings)
        {
            if (name.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }
}
