using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// Finds the best labels of all tokens: first what the features say of each token, then Viterbi over 20 labels in one vector. For one thread; allocates nothing per address.
/// </summary>
internal sealed class LabelDecoder(TaggerModel model)
{
    /// <summary>Tokens after which the scores are brought back to below 0: sums of 16 bits saturate no earlier than after eight.</summary>
    private const int Rest = 4;

    private const short Floor = -6000;

    /// <summary>Tokens whose rows are on their way at a time: fewer leave the processor waiting, more crowd the first-level cache.</summary>
    private const int Together = 16;

    private readonly uint[] _places = new uint[Together * FeatureTemplates.Lanes];
    private readonly Vector512<short>[] _emissions = new Vector512<short>[TokenSequence.MaxLength];
    private readonly Vector512<short>[] _scores = new Vector512<short>[TokenSequence.MaxLength];
    private readonly Vector512<short>[] _before = new Vector512<short>[TokenSequence.MaxLength];

    /// <summary>Labels the tokens from <paramref name="start"/> on; those before it have their labels already.</summary>
    public void Decode(TokenSequence tokens, DivisionTrace trace, int start, Span<byte> labels)
    {
        Emit(tokens, trace, start, labels.Length);
        TransitionTable transitions = model.Transitions;
        Span<Vector512<short>> emissions = _emissions.AsSpan(0, labels.Length);
        Span<Vector512<short>> scores = _scores.AsSpan(0, labels.Length);
        Span<Vector512<short>> before = _before.AsSpan(0, labels.Length);
        scores[start] = Vector512.AddSaturate(start == 0 ? transitions.Start : transitions.After(TagLabel.Lane(labels[start - 1])), emissions[start]);
        for (int token = start + 1; token < scores.Length; token++)
        {
            Vector512<short> reached = transitions.Advance(ref scores[token - 1]);
            before[token] = reached;
            Vector512<short> score = Vector512.AddSaturate(reached, emissions[token]);
            scores[token] = (token & (Rest - 1)) == 0 ? Vector512.Max(Vector512.SubtractSaturate(score, Vector512.Create(Best(score))), Vector512.Create(Floor)) : score;
        }

        int lane = BitOperations.TrailingZeroCount(Vector512.Equals(scores[^1], Vector512.Create(Best(scores[^1]))).ExtractMostSignificantBits());
        for (int token = scores.Length - 1; token > start; token--)
        {
            labels[token] = (byte)TagLabel.OfLane(lane);
            lane = transitions.Origin(scores[token - 1], lane, before[token].GetElement(lane));
        }

        labels[start] = (byte)TagLabel.OfLane(lane);
    }

    /// <summary>Adds up the rows of each token's features; those of some tokens are sent for together before the first are added.</summary>
    private void Emit(TokenSequence tokens, DivisionTrace trace, int start, int count)
    {
        DirectRows direct = model.Direct;
        ref uint places = ref MemoryMarshal.GetArrayDataReference(_places);
        int before = direct.PlaceOf(tokens.CodeOf(start - 1));
        int here = direct.PlaceOf(tokens.CodeOf(start));
        for (int first = start; first < count; first += Together)
        {
            int after = Math.Min(first + Together, count);
            for (int token = first; token < after; token++)
            {
                model.Find(FeatureTemplates.Hashes(tokens, trace, token), ref Unsafe.Add(ref places, (token - first) * FeatureTemplates.Lanes));
            }

            for (int token = first; token < after; token++)
            {
                int behind = direct.PlaceOf(tokens.CodeOf(token + 1));
                _emissions[token] = model.Sum(ref Unsafe.Add(ref places, (token - first) * FeatureTemplates.Lanes)) + direct.Sum(before, here, behind, trace.CodesOf(token), tokens.NextSuffix(token));
                before = here;
                here = behind;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static short Best(Vector512<short> scores)
    {
        Vector256<short> half = Vector256.Max(scores.GetLower(), scores.GetUpper());
        Vector128<short> eighth = Vector128.Max(half.GetLower(), half.GetUpper());
        eighth = Vector128.Max(eighth, Vector128.Shuffle(eighth, Vector128.Create((short)4, 5, 6, 7, 0, 1, 2, 3)));
        eighth = Vector128.Max(eighth, Vector128.Shuffle(eighth, Vector128.Create((short)2, 3, 0, 1, 6, 7, 4, 5)));
        eighth = Vector128.Max(eighth, Vector128.Shuffle(eighth, Vector128.Create((short)1, 0, 3, 2, 5, 4, 7, 6)));
        return eighth.ToScalar();
    }
}
