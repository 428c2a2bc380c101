using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// Cuts a normalized address into tagged stretches: features of each token, rows of the weights table, Viterbi over 20 labels in one vector.
/// For one thread; owns its scratch memory and allocates nothing per address.
/// </summary>
public sealed class AddressTagger(TaggerModel model)
{
    private const short Floor = -6000;

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

        _trace.Read(_tokens, matches);
        Decode();
        return Collect(spans);
    }

    /// <summary>The labels of the last text, one per token.</summary>
    internal ReadOnlySpan<byte> Labels => _labels.AsSpan(0, _tokens.Count);

    private void Decode()
    {
        int count = _tokens.Count;
        Span<ulong> features = _features;
        Span<ulong> next = features[..FeatureTemplates.Count];
        Prepare(0, next);
        Vector512<short> scores = model.Start;
        for (int token = 0; token < count; token++)
        {
            Span<ulong> here = next;
            next = features.Slice((~token & 1) * FeatureTemplates.Count, FeatureTemplates.Count);
            if (token + 1 < count)
            {
                Prepare(token + 1, next);
            }

            Vector512<short> emission = Vector512<short>.Zero;
            for (int i = 0; i < here.Length; i++)
            {
                emission = model.Add(emission, here[i]);
            }

            if (token > 0)
            {
                scores = Advance(scores, out _back[token]);
            }

            scores += emission;
            scores = Vector512.Max(scores - Vector512.Create(Best(scores, out _)), Vector512.Create(Floor));
        }

        Best(scores, out int label);
        for (int token = count - 1; token > 0; token--)
        {
            _labels[token] = (byte)label;
            label = _back[token].GetElement(label);
        }

        _labels[0] = (byte)label;
    }

    private void Prepare(int token, Span<ulong> features)
    {
        FeatureTemplates.Fill(_tokens, _trace, token, features);
        for (int i = 0; i < features.Length; i++)
        {
            model.Prefetch(features[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<short> Advance(Vector512<short> scores, out Vector512<short> from)
    {
        ReadOnlySpan<Vector512<short>> transitions = model.Transitions;
        Vector512<short> best = Vector512.Create(scores.GetElement(0)) + transitions[0];
        Vector512<short> source = Vector512<short>.Zero;
        for (int label = 1; label < TagLabel.Count; label++)
        {
            Vector512<short> candidate = Vector512.Create(scores.GetElement(label)) + transitions[label];
            source = Vector512.ConditionalSelect(Vector512.GreaterThan(candidate, best), Vector512.Create((short)label), source);
            best = Vector512.Max(best, candidate);
        }

        from = source;
        return best;
    }

    private static short Best(Vector512<short> scores, out int label)
    {
        short best = short.MinValue;
        label = 0;
        for (int i = 0; i < TagLabel.Count; i++)
        {
            short score = scores.GetElement(i);
            if (score > best)
            {
                best = score;
                label = i;
            }
        }

        return best;
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
