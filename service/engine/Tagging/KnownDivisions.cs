using System.Buffers;
using System.Numerics;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The divisions that a text begins with, one behind the other, where nothing is left for the model to decide: the first when it is written in full (北仑区…), any that is
/// written in full with an ancestor named (浙江省温州市鹿城区…), or is followed at once by a division below it that is known (杭州西湖区). They are a quarter of an address.
/// </summary>
internal readonly ref struct KnownDivisions(ReadOnlySpan<char> text, ReadOnlySpan<DivisionMatch> matches)
{
    /// <summary>Names that are looked at: five levels, some of them twice.</summary>
    private const int MostNames = 8;

    /// <summary>A full name of fewer characters may be a common word (新界, 九龙).</summary>
    private const int LeastFull = 3;

    /// <summary>What makes a longer word of a division's suffix: 义乌 市场路, 杭州 市政府, 海城 区府路, 济南 市中区, 青岛 市北, 济南 市辖区.</summary>
    private static readonly SearchValues<char> LongerWords = SearchValues.Create("场城政府委辖路街道镇乡区医公中南北民");

    /// <summary>What makes a town's name a part of another: 新街镇中路, 双桥街道办.</summary>
    private static readonly SearchValues<char> BehindTown = SearchValues.Create("东南西北中大小老新办人工");

    /// <summary>The same of a village: 王村东路, 李家村委会.</summary>
    private static readonly SearchValues<char> BehindVillage = SearchValues.Create("东南西北中大小老新办人工路街道委民商口卫居服");

    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<DivisionMatch> _matches = matches;

    /// <summary>Labels their tokens; returns how many there are.</summary>
    public int Label(TokenSequence tokens, Span<byte> labels)
    {
        Span<NameReading> names = stackalloc NameReading[MostNames + 1];
        Span<int> levels = stackalloc int[MostNames + 1];
        int count = Read(names);
        levels[count] = -1;
        for (int i = count - 1; i >= 0; i--)
        {
            levels[i] = LevelOf(names[i], names[i + 1], levels[i + 1]);
        }

        int token = 0;
        for (int i = 0; i < count && levels[i] >= 0; i++)
        {
            int after = tokens.TokenAt(names[i].End);
            if (after < 0 || GoesOn(names[i], names[i + 1]) || ((TagKind)levels[i] == TagKind.Village && (i == 0 || (TagKind)levels[i - 1] < TagKind.Region)))
            {
                break;
            }

            labels[token..after].Fill((byte)TagLabel.Inside((TagKind)levels[i]));
            labels[token] = (byte)TagLabel.Begin((TagKind)levels[i]);
            token = after;
        }

        return token;
    }

    /// <summary>Reads the longest names one behind the other; the one after the last has no length.</summary>
    private int Read(Span<NameReading> names)
    {
        int count = 0;
        int start = 0;
        for (int i = 0; count < MostNames; count++)
        {
            NameReading longest = default;
            for (; i < _matches.Length && _matches[i].Start <= start; i++)
            {
                ref readonly DivisionMatch match = ref _matches[i];
                if (match.Start == start && match.Length >= longest.Length && !HasTwoEndings(match))
                {
                    longest = match.Length == longest.Length ? longest.With(match) : NameReading.Of(match);
                }
            }

            names[count] = longest;
            if (longest.Length == 0)
            {
                return count;
            }

            start = longest.End;
        }

        names[count] = default;
        return count;
    }

    /// <summary>千岛湖镇 and 乡 of 乡村俱乐部, 昆仑街道 and 镇 of 镇海路: the second begins another word.</summary>
    private bool HasTwoEndings(in DivisionMatch match)
    {
        int end = match.Start + match.Length;
        return match.Level == (byte)TagKind.Town && match.Length > 3 && _text[end - 1] is '镇' or '乡' && _text[end - 2] is '镇' or '乡' or '道';
    }

    /// <summary>The level of a name, when it is known; -1 when the model has to decide.</summary>
    private int LevelOf(in NameReading name, in NameReading next, int nextLevel)
    {
        LevelSet sure = name.Certain | Opening(name);
        LevelSet known = sure | Towns(name) | Villages(name) | Confirmed(name, nextLevel);

        // 北京市 is read as the city; that of a city which is a region's as well, of today or of former times (丽水市, 巢湖市), only before a region.
        LevelSet level = (sure & LevelSet.City) != 0 ? LevelSet.City : known & (LevelSet)(-(int)known);
        bool regionToo = level == LevelSet.City && ((name.Full | name.Short) & LevelSet.Region) != 0 && (next.Certain & LevelSet.Region) == 0;
        return level == LevelSet.None || regionToo ? -1 : BitOperations.TrailingZeroCount((uint)level);
    }

    /// <summary>What a text that begins with a full name begins with.</summary>
    private LevelSet Opening(in NameReading name) =>
        name.Start > 0 || name.Length < LeastFull ? LevelSet.None
        : (name.Full & (LevelSet.Province | LevelSet.City)) != 0 && IsRepeated(name) ? LevelSet.None
        : name.Full & LevelSet.Upper;

    /// <summary>上海市上海市…, 镇江镇江市…: which of both is the province and which the city, and where a name ends, is no rule's to say.</summary>
    private bool IsRepeated(in NameReading name)
    {
        ReadOnlySpan<char> beginning = _text.Slice(name.Start, 2);
        return _text[name.End..].StartsWith(beginning) || _text[(name.Start + 2)..].StartsWith(beginning);
    }

    /// <summary>Whether a town behind its region, or at the beginning, says so by its ending, and no word goes on from there (…镇中路, …街道办).</summary>
    private LevelSet Towns(in NameReading name) =>
        (name.Full & LevelSet.Town) != 0 && name.Length >= LeastFull && _text[name.End - 1] is '镇' or '乡' or '道'
        && !IsFollowedBy(BehindTown, name) && ((name.Consistent & LevelSet.Town) != 0 || (name.Start == 0 && !IsRepeated(name)))
            ? LevelSet.Town
            : LevelSet.None;

    /// <summary>The same of a village behind its town or region.</summary>
    private LevelSet Villages(in NameReading name) =>
        (name.Full & name.Consistent & LevelSet.Village) != 0 && name.Length >= LeastFull && _text[name.End - 1] is '村' or '区'
        && !IsFollowedBy(BehindVillage, name)
            ? LevelSet.Village
            : LevelSet.None;

    /// <summary>
    /// What the name is when one below it that is known follows at once, and no other reading is above that: nothing above it need be named, and its suffix may be missing.
    /// A town is too far below a province (云南 普洱镇沅 is no town 普洱镇).
    /// </summary>
    private LevelSet Confirmed(in NameReading name, int nextLevel)
    {
        if (nextLevel is < 0 or (int)TagKind.Village || name.Length < 2)
        {
            return LevelSet.None;
        }

        LevelSet above = (LevelSet)((1 << nextLevel) - 1) & LevelSet.Upper;
        LevelSet confirmed = LevelSet.None;
        for (uint left = (uint)((name.Full | name.Short) & above); left != 0; left &= left - 1)
        {
            LevelSet level = (LevelSet)(left & (0 - left));
            bool alone = (name.OthersThan(level) & above) == 0;
            if (alone && (level == LevelSet.Province ? nextLevel < (int)TagKind.Town : !IsRepeated(name)))
            {
                confirmed |= level;
            }
        }

        return confirmed;
    }

    /// <summary>Whether what follows makes another word of the name's end, and is not a division itself (江苏省|南京市).</summary>
    private bool GoesOn(in NameReading name, in NameReading next) =>
        IsFollowedBy(LongerWords, name) && (next.Length < LeastFull || (next.Certain == 0 && (Towns(next) & next.Consistent) == 0));

    private bool IsFollowedBy(SearchValues<char> characters, in NameReading name) => name.End < _text.Length && characters.Contains(_text[name.End]);
}
