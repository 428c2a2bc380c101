using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// Cuts a normalized address into tagged stretches: features of each token, rows of the weights table, Viterbi over 20 labels in one vector.
/// For one thread; owns its scratch memory and allocates nothing per address.
/// </summary>
public sealed class AddressTagger(TaggerModel model)
{
    private const short Floor = -6000;

    /// <summary>What makes a longer word of a division's suffix: 义乌 市场路, 杭州 市政府, 海城 区府路.</summary>
    private static readonly SearchValues<char> LongerWords = SearchValues.Create("场城政府委路街道镇乡区医公");

    /// <summary>Keeps the lanes behind the labels down, where rows carry their fingerprints.</summary>
    private static readonly Vector512<short> Live = TaggerModel.Pad(Enumerable.Repeat(short.MaxValue, TagLabel.Count).ToArray());

    private readonly TokenSequence _tokens = new();
    private readonly DivisionTrace _trace = new();
    private readonly ulong[] _features = new ulong[2 * FeatureTemplates.Count];
    private readonly Vector512<short>[] _back = new Vector512<short>[TokenSequence.MaxLength];
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
            _trace.Read(_tokens, matches);
            Decode(known);
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

            if (match.Start < at || !IsCertain(match) || IsOutdone(match, matches))
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

    /// <summary>Viterbi from token <paramref name="start"/> on; the tokens before it have their labels.</summary>
    private void Decode(int start)
    {
        int count = _tokens.Count;
        Span<ulong> first = _features.AsSpan(0, FeatureTemplates.Count);
        Span<ulong> second = _features.AsSpan(FeatureTemplates.Count);
        int selected = Prepare(start, (start & 1) == 0 ? first : second);
        Vector512<short> scores = start == 0 ? model.Start : model.Transitions[_labels[start - 1]];
        for (int token = start; token < count; token++)
        {
            ReadOnlySpan<ulong> here = ((token & 1) == 0 ? first : second)[..selected];
            if (token + 1 < count)
            {
                selected = Prepare(token + 1, (token & 1) == 0 ? second : first);
            }

            if (token > start)
            {
                scores = Advance(scores, out _back[token]);
            }

            foreach (ulong feature in here)
            {
                scores = model.Add(scores, feature);
            }

            // Only differences matter: the best score becomes 0, so that sums of 16 bits never overflow.
            scores = Vector512.Min(scores, Live);
            scores = Vector512.Max(scores - Best(scores), Vector512.Create(Floor));
        }

        int label = ArgumentOfBest(scores);
        ref short back = ref Unsafe.As<Vector512<short>, short>(ref MemoryMarshal.GetArrayDataReference(_back));
        for (int token = count - 1; token > start; token--)
        {
            _labels[token] = (byte)label;
            label = Unsafe.Add(ref back, (token * Vector512<short>.Count) + label);
        }

        _labels[start] = (byte)label;
    }

    private int Prepare(int token, Span<ulong> features)
    {
        FeatureTemplates.Fill(_tokens, _trace, token, features);
        return model.Select(features);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<short> Advance(Vector512<short> scores, out Vector512<short> from)
    {
        ref Vector512<short> transitions = ref MemoryMarshal.GetReference(model.Transitions);
        ref short score = ref Unsafe.As<Vector512<short>, short>(ref scores);
        Vector512<short> best = Vector512.Create(score) + transitions;
        Vector512<short> source = Vector512<short>.Zero;
        for (int label = 1; label < TagLabel.Count; label++)
        {
            Vector512<short> candidate = Vector512.Create(Unsafe.Add(ref score, label)) + Unsafe.Add(ref transitions, label);
            source = Vector512.ConditionalSelect(Vector512.GreaterThan(candidate, best), Vector512.Create((short)label), source);
            best = Vector512.Max(best, candidate);
        }

        from = source;
        return best;
    }

    /// <summary>The greatest score, in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Best(Vector512<short> scores)
    {
        Vector256<short> half = Vector256.Max(scores.GetLower(), scores.GetUpper());
        Vector128<short> eighth = Vector128.Max(half.GetLower(), half.GetUpper());
        eighth = Vector128.Max(eighth, Vector128.Shuffle(eighth, Vector128.Create((short)4, 5, 6, 7, 0, 1, 2, 3)));
        eighth = Vector128.Max(eighth, Vector128.Shuffle(eighth, Vector128.Create((short)2, 3, 0, 1, 6, 7, 4, 5)));
        eighth = Vector128.Max(eighth, Vector128.Shuffle(eighth, Vector128.Create((short)1, 0, 3, 2, 5, 4, 7, 6)));
        return Vector512.Create(eighth.ToScalar());
    }

    private static int ArgumentOfBest(Vector512<short> scores)
    {
        int label = 0;
        for (int i = 1; i < TagLabel.Count; i++)
        {
            label = scores.GetElement(i) > scores.GetElement(label) ? i : label;
        }

        return label;
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
