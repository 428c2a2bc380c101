using System.Buffers;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// Cuts a normalized address into tagged stretches: divisions that confirm one another at its beginning by rule, the rest by the model.
/// For one thread; owns its scratch memory and allocates nothing per address.
/// </summary>
public sealed class AddressTagger(TaggerModel model)
{
    /// <summary>What makes a longer word of a division's suffix: 义乌 市场路, 杭州 市政府, 海城 区府路.</summary>
    private static readonly SearchValues<char> LongerWords = SearchValues.Create("场城政府委路街道镇乡区医公");

    /// <summary>What makes a town's name a part of another: 新街镇中路, 双桥街道办.</summary>
    private static readonly SearchValues<char> BehindTown = SearchValues.Create("东南西北中大小老新办人工");

    private readonly TokenSequence _tokens = new();
    private readonly DivisionTrace _trace = new();
    private readonly LabelDecoder _decoder = new(model);
    private readonly byte[] _labels = new byte[TokenSequence.MaxLength];

    /// <summary>Longest text that is tagged, in characters.</summary>
    public const int MaxLength = TokenSequence.MaxLength;

    /// <summary>
    /// Tags <paramref name="text"/>, of which <paramref name="matches"/> are all names of divisions, overlapping ones too.
    /// Returns the number of stretches written to <paramref name="spans"/> (room for one per character is always enough); they are in order and cover the text.
    /// </summary>
    public int Tag(ReadOnlySpan<char> text, ReadOnlySpan<DivisionMatch> matches, Span<TagSpan> spans)
    {
        _tokens.Read(text);
        if (_tokens.Count == 0)
        {
            return 0;
        }

        int known = LabelKnownDivisions(text, matches);
        if (known < _tokens.Count)
        {
            _trace.Read(_tokens, matches, known);
            _decoder.Decode(_tokens, _trace, known, _labels.AsSpan(0, _tokens.Count));
        }

        return NameRepair.Run(text, spans, Collect(spans));
    }

    /// <summary>The labels of the last text, one per token.</summary>
    internal ReadOnlySpan<byte> Labels => _labels.AsSpan(0, _tokens.Count);

    /// <summary>
    /// Labels the provinces, cities and regions that the text begins with, where each is written in full and another one confirms it
    /// (浙江省温州市鹿城区…): nothing is left to decide there, and they are a third of an address. Returns the number of tokens labelled.
    /// </summary>
    private int LabelKnownDivisions(ReadOnlySpan<char> text, ReadOnlySpan<DivisionMatch> matches)
    {
        int token = 0;
        int at = 0;
        foreach (ref readonly DivisionMatch match in matches)
        {
            if (match.Start > at)
            {
                break;
            }

            if (match.Start < at || !(IsCertain(match) || (at > 0 && IsCertainTown(match, text))) || IsOutdone(match, matches))
            {
                continue;
            }

            int end = at + match.Length;
            int after = _tokens.TokenAt(end);
            if (after < 0 || (end < text.Length && LongerWords.Contains(text[end])) || (IsRegionToo(match, matches) && !HasRegionAt(end, matches)))
            {
                break;
            }

            _labels.AsSpan(token, after - token).Fill((byte)TagLabel.Inside((TagKind)match.Level));
            _labels[token] = (byte)TagLabel.Begin((TagKind)match.Level);
            token = after;
            at = end;
        }

        return token;
    }

    /// <summary>Whether a town behind its region says so by its ending, and no word goes on from there (…镇中路, …街道办).</summary>
    private static bool IsCertainTown(in DivisionMatch match, ReadOnlySpan<char> text)
    {
        int end = match.Start + match.Length;
        return match is { Full: true, Consistent: true, Level: (byte)TagKind.Town } && match.Length > 2
            && text[end - 1] is '镇' or '乡' or '道' && (end == text.Length || !BehindTown.Contains(text[end]));
    }

    private static bool IsCertain(in DivisionMatch match) => match.Full && match.Consistent && match.Level <= (byte)TagKind.Region;

    /// <summary>Whether the name of a city is one of a region as well, of today or of former times (丽水市, 巢湖市): only a region behind it tells.</summary>
    private static bool IsRegionToo(in DivisionMatch match, ReadOnlySpan<DivisionMatch> matches)
    {
        foreach (ref readonly DivisionMatch other in matches)
        {
            if (other.Start == match.Start && other.Length == match.Length && other.Level == (byte)TagKind.Region && match.Level == (byte)TagKind.City)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRegionAt(int start, ReadOnlySpan<DivisionMatch> matches)
    {
        foreach (ref readonly DivisionMatch match in matches)
        {
            if (match.Start == start && match.Level == (byte)TagKind.Region && IsCertain(match))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a longer name begins at the same character, or the name is one of a city as well (北京市 is read as the city).</summary>
    private static bool IsOutdone(in DivisionMatch match, ReadOnlySpan<DivisionMatch> matches)
    {
        foreach (ref readonly DivisionMatch other in matches)
        {
            if (other.Start > match.Start)
            {
                break;
            }

            if (other.Start == match.Start && (other.Length > match.Length || (other.Length == match.Length && other.Level == (byte)TagKind.City && match.Level != other.Level && IsCertain(other))))
            {
                return true;
            }
        }

        return false;
    }

    private int Collect(Span<TagSpan> spans)
    {
        ReadOnlySpan<short> starts = _tokens.Starts;
        int written = 0;
        int first = 0;
        int count = _tokens.Count;
        for (int token = 1; token <= count; token++)
        {
            TagKind kind = TagLabel.Kind(_labels[first]);
            if (token < count && (TagLabel.IsInside(_labels[token]) || (TagLabel.Kind(_labels[token]) == kind && kind >= TagKind.Unit)))
            {
                continue;
            }

            spans[written++] = new TagSpan(starts[first], (short)(starts[token] - starts[first]), kind);
            first = token;
        }

        return written;
    }
}
