using System.Buffers;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The divisions that a text begins with, where they confirm one another: each written in full with an ancestor named (浙江省温州市鹿城区…), or followed at once by
/// a division below it that is certain (福州市台江区, 杭州西湖区). Nothing is left for the model to decide there, and they are a quarter of an address.
/// </summary>
internal readonly ref struct KnownDivisions(ReadOnlySpan<char> text, ReadOnlySpan<DivisionMatch> matches)
{
    /// <summary>What makes a longer word of a division's suffix: 义乌 市场路, 杭州 市政府, 海城 区府路, 济南 市中区, 青岛 市北.</summary>
    private static readonly SearchValues<char> LongerWords = SearchValues.Create("场城政府委路街道镇乡区医公中南北民");

    /// <summary>What makes a town's name a part of another: 新街镇中路, 双桥街道办.</summary>
    private static readonly SearchValues<char> BehindTown = SearchValues.Create("东南西北中大小老新办人工");

    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<DivisionMatch> _matches = matches;

    /// <summary>Labels their tokens; returns how many there are.</summary>
    public int Label(TokenSequence tokens, Span<byte> labels)
    {
        int token = 0;
        int at = 0;
        foreach (ref readonly DivisionMatch match in _matches)
        {
            if (match.Start > at)
            {
                break;
            }

            if (match.Start < at || (at == 0 && match.Level > (byte)TagKind.Region) || !IsKnown(match) || IsOutdone(match))
            {
                continue;
            }

            int end = at + match.Length;
            int after = tokens.TokenAt(end);
            if (after < 0 || (end < _text.Length && LongerWords.Contains(_text[end])) || (IsRegionToo(match) && !HasRegionAt(end)))
            {
                break;
            }

            labels[token..after].Fill((byte)TagLabel.Inside((TagKind)match.Level));
            labels[token] = (byte)TagLabel.Begin((TagKind)match.Level);
            token = after;
            at = end;
        }

        return token;
    }

    private bool IsKnown(in DivisionMatch match) => IsCertain(match) || IsCertainTown(match) || IsConfirmed(match);

    private static bool IsCertain(in DivisionMatch match) => match.Full && match.Consistent && match.Level <= (byte)TagKind.Region;

    /// <summary>Whether a town behind its region says so by its ending, and no word goes on from there (…镇中路, …街道办).</summary>
    private bool IsCertainTown(in DivisionMatch match)
    {
        int end = match.Start + match.Length;
        return match is { Full: true, Consistent: true, Level: (byte)TagKind.Town } && match.Length > 2
            && _text[end - 1] is '镇' or '乡' or '道' && (end == _text.Length || !BehindTown.Contains(_text[end]));
    }

    /// <summary>
    /// Whether the name, of one level only, is followed at once by one below it that is known: nothing above it need be named, and its suffix may be missing.
    /// A town is too far below a province (云南 普洱镇沅 is no town 普洱镇).
    /// </summary>
    private bool IsConfirmed(in DivisionMatch match)
    {
        if (match.Level > (byte)TagKind.Region || match.Length < 2)
        {
            return false;
        }

        bool confirmed = false;
        int end = match.Start + match.Length;
        foreach (ref readonly DivisionMatch other in _matches)
        {
            if (other.Start > end || (other.Start == match.Start && other.Length == match.Length && IsOtherReading(other, match)))
            {
                break;
            }

            confirmed |= other.Start == end && other.Level > match.Level && (other.Level < (byte)TagKind.Town || match.Level > (byte)TagKind.Province) && IsKnown(other);
        }

        return confirmed;
    }

    /// <summary>Whether the same name may as well mean another level: 朝阳, city and region. That of a municipality in full is read as the city.</summary>
    private static bool IsOtherReading(in DivisionMatch other, in DivisionMatch match) =>
        other.Level != match.Level && other.Level <= (byte)TagKind.Region && (other.Full || !match.Full) && !(match.Full && other.Level == (byte)TagKind.Province);

    /// <summary>Whether the name of a city is one of a region as well, of today or of former times (丽水市, 巢湖市): only a region behind it tells.</summary>
    private bool IsRegionToo(in DivisionMatch match)
    {
        foreach (ref readonly DivisionMatch other in _matches)
        {
            if (other.Start == match.Start && other.Length == match.Length && other.Level == (byte)TagKind.Region && match.Level == (byte)TagKind.City)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasRegionAt(int start)
    {
        foreach (ref readonly DivisionMatch match in _matches)
        {
            if (match.Start == start && match.Level == (byte)TagKind.Region && IsCertain(match))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a longer name begins at the same character, or the name is one of a city as well (北京市 is read as the city).</summary>
    private bool IsOutdone(in DivisionMatch match)
    {
        foreach (ref readonly DivisionMatch other in _matches)
        {
            if (other.Start > match.Start)
            {
                break;
            }

            bool longer = other.Length > match.Length && !HasTwoEndings(other);
            if (other.Start == match.Start && (longer || (other.Length == match.Length && other.Level == (byte)TagKind.City && match.Level != other.Level && IsCertain(other))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>千岛湖镇 and 乡 of 乡村俱乐部, 昆仑街道 and 镇 of 镇海路: the second begins another word.</summary>
    private bool HasTwoEndings(in DivisionMatch match)
    {
        int end = match.Start + match.Length;
        return match.Level == (byte)TagKind.Town && match.Length > 3 && _text[end - 1] is '镇' or '乡' && _text[end - 2] is '镇' or '乡' or '道';
    }
}
