using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PlanetGraph.Data.Synthetic;
using PlanetGraph.Engine.Tagging;

namespace PlanetGraph.Data.Training;

/// <summary>
/// Linear-chain CRF, trained by AdaGrad with L2 on one sentence at a time; the weights are averaged over the epochs of the second half.
/// Features are left out at random while training, so that none carries a decision alone. One thread: the same input gives the same bytes.
/// </summary>
internal sealed class CrfTrainer
{
    /// <summary>Floats of a feature's row: the labels, padded to whole vectors.</summary>
    public const int Stride = 24;

    private const int Labels = TagLabel.Count;
    private const float Epsilon = 1e-3f;
    private const int Longest = 96;

    private readonly TrainingOptions _options;
    private readonly SeededRandom _random;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly float[] _average;
    private readonly float[] _transitions = new float[(Labels + 1) * Stride];
    private readonly float[] _transitionSquares = new float[(Labels + 1) * Stride];
    private readonly float[] _transitionAverage = new float[(Labels + 1) * Stride];
    private readonly float[] _transitionGradient = new float[(Labels + 1) * Stride];
    private readonly float[] _factors = new float[(Labels + 1) * Stride];
    private readonly float[] _emission = new float[Longest * Stride];
    private readonly float[] _forward = new float[Longest * Stride];
    private readonly float[] _backward = new float[Longest * Stride];
    private readonly float[] _norms = new float[Longest];
    private readonly int[] _kept = new int[Longest * FeatureTemplates.Count];
    private readonly int[] _keptOffsets = new int[Longest + 1];
    private int _averaged;

    public CrfTrainer(int features, TrainingOptions options)
    {
        _options = options;
        _random = new SeededRandom(options.Seed);
        _weights = new float[(long)features * Stride];
        _squares = new float[(long)features * Stride];
        _average = new float[(long)features * Stride];
    }

    /// <summary>The averaged weights, a row of <see cref="Stride"/> floats per feature.</summary>
    public ReadOnlySpan<float> Weights => _average;

    /// <summary>The averaged transitions: the start's row, then one row per previous label.</summary>
    public ReadOnlySpan<float> Transitions => _transitionAverage;

    /// <summary>Runs all epochs; reports the mean log-likelihood of each.</summary>
    public void Train(IReadOnlyList<TrainingSentence> sentences, Action<int, double> report)
    {
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                int other = _random.Below(i + 1);
                (order[i], order[other]) = (order[other], order[i]);
            }

            double likelihood = 0;
            foreach (int index in order)
            {
                likelihood += Step(sentences[index]);
            }

            report(epoch, likelihood / order.Length);
            if (epoch >= _options.Epochs / 2)
            {
                TensorPrimitives.Add(_average, _weights, _average);
                TensorPrimitives.Add(_transitionAverage, _transitions, _transitionAverage);
                _averaged++;
            }
        }

        TensorPrimitives.Multiply(_average, (1 - _options.Dropout) / _averaged, _average);
        TensorPrimitives.Multiply(_transitionAverage, 1f / _averaged, _transitionAverage);
    }

    private double Step(TrainingSentence sentence)
    {
        int count = Math.Min(sentence.Labels.Length, Longest);
        Drop(sentence, count);
        double score = Emit(sentence, count);
        Exponentiate();
        score -= Forward(count);
        Backward(count);
        ReadOnlySpan<byte> labels = sentence.Labels;
        score += _transitions[labels[0]];
        for (int token = 1; token < count; token++)
        {
            score += _transitions[((labels[token - 1] + 1) * Stride) + labels[token]];
        }

        UpdateTransitions(labels, count);
        UpdateWeights(labels, count);
        return score;
    }

    private void Drop(TrainingSentence sentence, int count)
    {
        int kept = 0;
        int threshold = (int)(_options.Dropout * 65536);
        for (int token = 0; token < count; token++)
        {
            _keptOffsets[token] = kept;
            for (int i = sentence.Offsets[token]; i < sentence.Offsets[token + 1]; i++)
            {
                if (_random.Below(65536) >= threshold)
                {
                    _kept[kept++] = sentence.Features[i];
                }
            }
        }

        _keptOffsets[count] = kept;
    }

    /// <summary>exp(score - max) per token; returns the gold labels' scores less the maxima.</summary>
    private double Emit(TrainingSentence sentence, int count)
    {
        double gold = 0;
        for (int token = 0; token < count; token++)
        {
            Vector256<float> a = default, b = default, c = default;
            for (int i = _keptOffsets[token]; i < _keptOffsets[token + 1]; i++)
            {
                ref float row = ref _weights[(long)_kept[i] * Stride];
                a += Vector256.LoadUnsafe(ref row);
                b += Vector256.LoadUnsafe(ref row, 8);
                c += Vector256.LoadUnsafe(ref row, 16);
            }

            Span<float> emission = _emission.AsSpan(token * Stride, Stride);
            a.CopyTo(emission);
            b.CopyTo(emission[8..]);
            c.CopyTo(emission[16..]);
            float max = TensorPrimitives.Max((ReadOnlySpan<float>)emission[..Labels]);
            gold += emission[sentence.Labels[token]] - max;
            TensorPrimitives.Subtract(emission, max, emission);
            TensorPrimitives.Max(emission, -50f, emission);
            TensorPrimitives.Exp(emission, emission);
            emission[Labels..].Clear();
        }

        return gold;
    }

    private void Exponentiate()
    {
        TensorPrimitives.Exp(_transitions, _factors);
        for (int previous = -1; previous < Labels; previous++)
        {
            for (int next = 0; next < Stride; next++)
            {
                if (next >= Labels || !TagLabel.MayFollow(previous, next))
                {
                    _factors[((previous + 1) * Stride) + next] = 0;
                }
            }
        }
    }

    private double Forward(int count)
    {
        double logarithm = 0;
        for (int token = 0; token < count; token++)
        {
            Span<float> here = _forward.AsSpan(token * Stride, Stride);
            if (token == 0)
            {
                _factors.AsSpan(0, Stride).CopyTo(here);
            }
            else
            {
                Vector256<float> a = default, b = default, c = default;
                for (int previous = 0; previous < Labels; previous++)
                {
                    Vector256<float> factor = Vector256.Create(_forward[((token - 1) * Stride) + previous]);
                    ref float row = ref _factors[(previous + 1) * Stride];
                    a = Vector256.MultiplyAddEstimate(factor, Vector256.LoadUnsafe(ref row), a);
                    b = Vector256.MultiplyAddEstimate(factor, Vector256.LoadUnsafe(ref row, 8), b);
                    c = Vector256.MultiplyAddEstimate(factor, Vector256.LoadUnsafe(ref row, 16), c);
                }

                a.CopyTo(here);
                b.CopyTo(here[8..]);
                c.CopyTo(here[16..]);
            }

            TensorPrimitives.Multiply(here, _emission.AsSpan(token * Stride, Stride), here);
            float sum = TensorPrimitives.Sum((ReadOnlySpan<float>)here) + 1e-30f;
            TensorPrimitives.Multiply(here, 1 / sum, here);
            _norms[token] = sum;
            logarithm += Math.Log(sum);
        }

        return logarithm;
    }

    /// <summary>Leaves in each row but the first the backward factor times emission over norm: what both updates need.</summary>
    private void Backward(int count)
    {
        _backward.AsSpan((count - 1) * Stride, Labels).Fill(1);
        _backward.AsSpan(((count - 1) * Stride) + Labels, Stride - Labels).Clear();
        Span<float> next = stackalloc float[Stride];
        for (int token = count - 2; token >= 0; token--)
        {
            TensorPrimitives.Multiply(_backward.AsSpan((token + 1) * Stride, Stride), _emission.AsSpan((token + 1) * Stride, Stride), next);
            TensorPrimitives.Multiply(next, 1 / _norms[token + 1], next);
            next.CopyTo(_backward.AsSpan((token + 1) * Stride, Stride));
            Span<float> here = _backward.AsSpan(token * Stride, Stride);
            for (int label = 0; label < Labels; label++)
            {
                here[label] = TensorPrimitives.Dot((ReadOnlySpan<float>)next, _factors.AsSpan((label + 1) * Stride, Stride));
            }

            here[Labels..].Clear();
        }
    }

    private void UpdateTransitions(ReadOnlySpan<byte> labels, int count)
    {
        _transitionGradient.AsSpan().Clear();
        Span<float> row = _transitionGradient;
        for (int token = 1; token < count; token++)
        {
            ReadOnlySpan<float> next = _backward.AsSpan(token * Stride, Stride);
            for (int previous = 0; previous < Labels; previous++)
            {
                float forward = _forward[((token - 1) * Stride) + previous];
                if (forward > 1e-6f)
                {
                    TensorPrimitives.MultiplyAdd(next, forward, row.Slice((previous + 1) * Stride, Stride), row.Slice((previous + 1) * Stride, Stride));
                }
            }
        }

        TensorPrimitives.Multiply(_transitionGradient, _factors, _transitionGradient);
        _transitionGradient[labels[0]] -= 1;
        for (int label = 0; label < Labels; label++)
        {
            _transitionGradient[label] += _forward[label] * _backward[label];
        }

        for (int token = 1; token < count; token++)
        {
            _transitionGradient[((labels[token - 1] + 1) * Stride) + labels[token]] -= 1;
        }

        for (int i = 0; i < _transitionGradient.Length; i++)
        {
            float gradient = _transitionGradient[i];
            if (MathF.Abs(gradient) > 1e-6f)
            {
                gradient += _options.L2 * _transitions[i];
                _transitionSquares[i] += gradient * gradient;
                _transitions[i] -= _options.Rate * gradient / (MathF.Sqrt(_transitionSquares[i]) + Epsilon);
            }
        }
    }

    private void UpdateWeights(ReadOnlySpan<byte> labels, int count)
    {
        Span<float> gradient = stackalloc float[Stride];
        for (int token = 0; token < count; token++)
        {
            Expected(token, count, gradient);
            gradient[labels[token]] -= 1;
            if (TensorPrimitives.MaxMagnitude((ReadOnlySpan<float>)gradient) is < 2e-4f and > -2e-4f)
            {
                continue;
            }

            Vector256<float> a = Vector256.Create<float>(gradient), b = Vector256.Create<float>(gradient[8..]), c = Vector256.Create<float>(gradient[16..]);
            for (int i = _keptOffsets[token]; i < _keptOffsets[token + 1]; i++)
            {
                long at = (long)_kept[i] * Stride;
                Update(at, a);
                Update(at + 8, b);
                Update(at + 16, c);
            }
        }
    }

    private void Expected(int token, int count, Span<float> to)
    {
        Span<float> forward = _forward.AsSpan(token * Stride, Stride);
        if (token == count - 1)
        {
            forward.CopyTo(to);
            return;
        }

        ReadOnlySpan<float> next = _backward.AsSpan((token + 1) * Stride, Stride);
        for (int label = 0; label < Labels; label++)
        {
            to[label] = forward[label] > 1e-7f ? forward[label] * TensorPrimitives.Dot(next, _factors.AsSpan((label + 1) * Stride, Stride)) : 0;
        }

        to[Labels..].Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Update(long at, Vector256<float> gradient)
    {
        ref float weight = ref _weights[at];
        ref float square = ref _squares[at];
        Vector256<float> old = Vector256.LoadUnsafe(ref weight);
        Vector256<float> full = Vector256.MultiplyAddEstimate(Vector256.Create(_options.L2), old, gradient);
        Vector256<float> sum = Vector256.MultiplyAddEstimate(full, full, Vector256.LoadUnsafe(ref square));
        sum.StoreUnsafe(ref square);
        (old - (Vector256.Create(_options.Rate) * full / (Vector256.Sqrt(sum) + Vector256.Create(Epsilon)))).StoreUnsafe(ref weight);
    }
}
