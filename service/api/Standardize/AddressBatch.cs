using System.Buffers;

namespace PlanetGraph.Service.Standardize;

/// <summary>The addresses of one request, one behind the other in a rented buffer: no string for any of them.</summary>
internal sealed class AddressBatch : IDisposable
{
    private readonly char[] text;
    private int[] ends = ArrayPool<int>.Shared.Rent(256);

    /// <summary>Makes room for addresses of so many UTF-16 units in all.</summary>
    public AddressBatch(int length) => text = ArrayPool<char>.Shared.Rent(length);

    /// <summary>Number of addresses.</summary>
    public int Count { get; private set; }

    /// <summary>Room for the next address; <see cref="Commit"/> says how much of it was used.</summary>
    public Span<char> Free => text.AsSpan(End);

    private int End => Count == 0 ? 0 : ends[Count - 1];

    /// <summary>The address at an index.</summary>
    public ReadOnlySpan<char> this[int index] => text.AsSpan(index == 0 ? 0 : ends[index - 1], Length(index));

    /// <summary>Takes the first so many units of <see cref="Free"/> as the next address.</summary>
    public void Commit(int length)
    {
        if (Count == ends.Length)
        {
            var larger = ArrayPool<int>.Shared.Rent(Count * 2);
            ends.CopyTo(larger, 0);
            ArrayPool<int>.Shared.Return(ends);
            ends = larger;
        }

        ends[Count] = End + length;
        Count++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(text);
        ArrayPool<int>.Shared.Return(ends);
    }

    private int Length(int index) => ends[index] - (index == 0 ? 0 : ends[index - 1]);
}
