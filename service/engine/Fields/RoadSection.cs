using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Engine.Fields;

/// <summary>
/// What stands behind a road and is part of its name: a section (人民南路 + 四段, 天府大道 + 北段, 一环路 + 西二段), or a direction that tells no side of it (广州大道 + 中,
/// 德辅道 + 西).
/// </summary>
internal static class RoadSection
{
    /// <summary>The road at <paramref name="index"/>, as it was cut, with what belongs to it.</summary>
    public static TagSpan Join(ReadOnlySpan<TagSpan> spans, int index, TagSpan road, ReadOnlySpan<char> text)
    {
        if (index + 1 == spans.Length || spans[index + 1] is not { Kind: TagKind.Road or TagKind.Other } next || next.Start != road.End)
        {
            return road;
        }

        bool belongs = next.Kind == TagKind.Road
            ? IsOne(text.Slice(next.Start, next.Length))
            : next.Length == 1 && IsPartOfName(text[next.Start], text[..road.End]) && IsBeforeNumber(spans, index + 1, text);
        return belongs ? road with { Length = (short)(next.End - road.Start) } : road;
    }

    /// <summary>Whether the text is that of a section: 四段, 北段, 东三段.</summary>
    public static bool IsOne(ReadOnlySpan<char> text) => (text.Length > 0 && Numbered(text) == text.Length) || (text is [var direction, '段'] && IsDirection(direction));

    /// <summary>Characters of the numbered section that the text begins with (四段, 北一段); 0 when it begins with none.</summary>
    public static int Numbered(ReadOnlySpan<char> text)
    {
        int first = text.Length > 0 && IsDirection(text[0]) ? 1 : 0;
        int at = first;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || HouseNumberReader.IsNumeral(text[at])))
        {
            at++;
        }

        return at > first && at < text.Length && text[at] == '段' ? at + 1 : 0;
    }

    /// <summary>世纪大道西88号 may be west of 世纪大道; nothing is in the middle of a road.</summary>
    private static bool IsPartOfName(char direction, ReadOnlySpan<char> road) => road[^1] == '道' && (direction == '中' || (IsDirection(direction) && road[^2] != '大'));

    private static bool IsBeforeNumber(ReadOnlySpan<TagSpan> spans, int index, ReadOnlySpan<char> text) =>
        spans[index].End == text.Length || (index + 1 < spans.Length && spans[index + 1] is { Kind: TagKind.Number } number && number.Start == spans[index].End);

    private static bool IsDirection(char c) => c is '东' or '南' or '西' or '北' or '中';
}
