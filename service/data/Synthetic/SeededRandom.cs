using System.Numerics;

namespace PlanetGraph.Data.Synthetic;

/// <summary>xoshiro256**: the same numbers from the same seed on every runtime, which <see cref="Random"/> does not promise.</summary>
internal sealed class SeededRandom
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    public SeededRandom(ulong seed)
    {
        _a = SplitMix(ref seed);
        _b = SplitMix(ref seed);
        _c = SplitMix(ref seed);
        _d = SplitMix(ref seed);
    }

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next() >> 32, (ulong)bound << 32, out _);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True with the probability <paramref name="share"/>.</summary>
    public bool Chance(double share) => Unit() < share;

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>One of the values.</summary>
    public TValue Pick<TValue>(IReadOnlyList<TValue> values) => values[Below(values.Count)];

    /// <summary>One of the characters.</summary>
    public char Pick(string characters) => characters[Below(characters.Length)];

    /// <summary>The index of one of the weights, as often as its weight says.</summary>
    public int Weighted(params ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (double weight in weights)
        {
            total += weight;
        }

        double point = Unit() * total;
        for (int i = 0; i < weights.Length - 1; i++)
        {
            point -= weights[i];
            if (point < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>A small number more often than a great one: low + (high - low) * u^3.</summary>
    public int Skewed(int low, int high)
    {
        double unit = Unit();
        return low + (int)((high - low + 1) * unit * unit * unit);
    }

    private static ulong SplitMix(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }
}
