using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PlanetGraph.Engine.Tagging;

/// <summary>
/// The scores of a label after another, laid out for a step of Viterbi: a label that may follow any other is the best of 20 sums of its half of the lanes,
/// the inside of a kind can only come from the lane of its begin or from itself.
/// </summary>
internal sealed class TransitionTable
{
    /// <summary>Transitions that must not happen.</summary>
    public const short Forbidden = -12000;

    /// <summary>Where no label is: never the best, also after sums.</summary>
    private const short Never = short.MinValue;

    private readonly Vector512<short>[] _after = new Vector512<short>[Vector512<short>.Count];
    private readonly Vector512<short>[] _into = new Vector512<short>[Vector512<short>.Count];
    private readonly Vector256<short>[] _openers = new Vector256<short>[Vector512<short>.Count];
    private readonly Vector256<short> _goesIn;
    private readonly Vector256<short> _staysIn;

    /// <summary>From the scores of the first label, and then a row for each previous label, in the order of labels.</summary>
    public TransitionTable(ReadOnlySpan<short> scores)
    {
        Start = Lanes(scores[..TagLabel.Count]);
        Span<short> goesIn = stackalloc short[Vector256<short>.Count];
        Span<short> staysIn = stackalloc short[Vector256<short>.Count];
        Span<short> column = stackalloc short[TagLabel.Count];
        goesIn.Fill(Never);
        staysIn.Fill(Never);
        for (int label = 0; label < TagLabel.Count; label++)
        {
            int lane = TagLabel.Lane(label);
            ReadOnlySpan<short> row = scores.Slice((label + 1) * TagLabel.Count, TagLabel.Count);
            _after[lane] = Lanes(row);
            _openers[lane] = _after[lane].GetLower();
            for (int previous = 0; previous < TagLabel.Count; previous++)
            {
                column[previous] = scores[((previous + 1) * TagLabel.Count) + label];
            }

            _into[lane] = Lanes(column);
            if (lane < TagLabel.Paired)
            {
                goesIn[lane] = row[TagLabel.Inside((TagKind)lane)];
            }
            else if (TagLabel.IsInside(label))
            {
                staysIn[lane - TagLabel.InsideLane] = row[label];
            }
        }

        _goesIn = Vector256.Create<short>(goesIn);
        _staysIn = Vector256.Create<short>(staysIn);
    }

    /// <summary>Scores of the first token's label.</summary>
    public Vector512<short> Start { get; }

    /// <summary>Scores of a label after the label at <paramref name="lane"/>.</summary>
    public Vector512<short> After(int lane) => _after[lane];

    /// <summary>The best score that each lane can come to from <paramref name="scores"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<short> Advance(ref readonly Vector512<short> scores)
    {
        ref short score = ref Unsafe.As<Vector512<short>, short>(ref Unsafe.AsRef(in scores));
        ref Vector256<short> openers = ref MemoryMarshal.GetArrayDataReference(_openers);
        Vector256<short> even = Vector256.Create(Never);
        Vector256<short> odd = even;
        for (int lane = 0; lane < TagLabel.Openers - 1; lane += 2)
        {
            even = Vector256.Max(even, Vector256.AddSaturate(Vector256.Create(Unsafe.Add(ref score, lane)), Unsafe.Add(ref openers, lane)));
            odd = Vector256.Max(odd, Vector256.AddSaturate(Vector256.Create(Unsafe.Add(ref score, lane + 1)), Unsafe.Add(ref openers, lane + 1)));
        }

        even = Vector256.Max(even, Vector256.AddSaturate(Vector256.Create(Unsafe.Add(ref score, TagLabel.Openers - 1)), Unsafe.Add(ref openers, TagLabel.Openers - 1)));
        for (int lane = TagLabel.InsideLane; lane < TagLabel.InsideLane + TagLabel.Paired - 1; lane += 2)
        {
            even = Vector256.Max(even, Vector256.AddSaturate(Vector256.Create(Unsafe.Add(ref score, lane)), Unsafe.Add(ref openers, lane)));
            odd = Vector256.Max(odd, Vector256.AddSaturate(Vector256.Create(Unsafe.Add(ref score, lane + 1)), Unsafe.Add(ref openers, lane + 1)));
        }

        const int last = TagLabel.InsideLane + TagLabel.Paired - 1;
        odd = Vector256.Max(odd, Vector256.AddSaturate(Vector256.Create(Unsafe.Add(ref score, last)), Unsafe.Add(ref openers, last)));
        Vector256<short> inside = Vector256.Max(Vector256.AddSaturate(scores.GetLower(), _goesIn), Vector256.AddSaturate(scores.GetUpper(), _staysIn));
        return Vector512.Create(Vector256.Max(even, odd), inside);
    }

    /// <summary>The lane of <paramref name="scores"/> from which <paramref name="lane"/> came to <paramref name="best"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Origin(in Vector512<short> scores, int lane, short best) =>
        System.Numerics.BitOperations.TrailingZeroCount(
            Vector512.Equals(Vector512.AddSaturate(scores, _into[lane]), Vector512.Create(best)).ExtractMostSignificantBits());

    private static Vector512<short> Lanes(ReadOnlySpan<short> scores)
    {
        Span<short> lanes = stackalloc short[Vector512<short>.Count];
        lanes.Fill(Never);
        for (int label = 0; label < TagLabel.Count; label++)
        {
            lanes[TagLabel.Lane(label)] = scores[label];
        }

        return Vector512.Create<short>(lanes);
    }
}
