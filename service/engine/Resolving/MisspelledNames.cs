using System.Text;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Resolving;

/// <summary>
/// Finds the division that a name with one wrong character means, among those that lie in the division found: 安徽省合淝市 is 合肥市, 上海市浦冬新区 is 浦东新区.
/// Of regions only where two more characters agree: with less in common (南京青湖区) the name may be of a place that the data lacks. Mistakes that
/// everybody makes (杭洲市) are in the data file.
/// </summary>
internal sealed class MisspelledNames(Gazetteer gazetteer)
{
    private const int LongestName = 16;
    private const int ShortestCity = 3;
    private const int ShortestRegion = 4;

    /// <summary>UTF-8 bytes of a Chinese character.</summary>
    private const int Bytes = 3;

    /// <summary>Names that differ in one of these are different places: 桥东区, 桥西区.</summary>
    private const string Telling = "东南西北中上下前后左右内外新老大小城郊一二三四五六七八九十";

    /// <summary>The only unit of a level within <paramref name="parent"/> whose official name is <paramref name="written"/> but for one character; -1 when there is none.</summary>
    public int Find(ReadOnlySpan<char> written, DivisionLevel level, int parent)
    {
        if (written.Length > LongestName || written.Length < (level == DivisionLevel.City ? ShortestCity : ShortestRegion))
        {
            return -1;
        }

        Span<byte> name = stackalloc byte[LongestName * Bytes];
        int length = Encoding.UTF8.GetBytes(written, name);
        int found = -1;
        for (int unit = gazetteer.LevelStart((int)level); unit < gazetteer.LevelStart((int)level + 1); unit++)
        {
            if (gazetteer.ParentOf(unit) == parent && DifferInOne(gazetteer.NameUtf8(unit), name[..length]))
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = unit;
            }
        }

        return found;
    }

    private static bool DifferInOne(ReadOnlySpan<byte> official, ReadOnlySpan<byte> written)
    {
        int at = official.CommonPrefixLength(written) / Bytes * Bytes;
        return official.Length == written.Length && at < official.Length - Bytes && official[(at + Bytes)..].SequenceEqual(written[(at + Bytes)..])
            && !(IsTelling(official.Slice(at, Bytes)) && IsTelling(written.Slice(at, Bytes)));
    }

    private static bool IsTelling(ReadOnlySpan<byte> character)
    {
        Span<char> one = stackalloc char[Bytes];
        return Encoding.UTF8.GetChars(character, one) != 1 || Telling.Contains(one[0]);
    }
}
