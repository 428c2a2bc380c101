using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace PlanetGraph.Engine.Data;

/// <summary>A section of a mapped data file, bounds checked.</summary>
internal readonly unsafe struct Section<T>
    where T : unmanaged
{
    private readonly DataFile? owner;
    private readonly T* first;

    public Section(DataFile owner, T* first, int count)
    {
        this.owner = owner;
        this.first = first;
        Count = count;
    }

    public int Count { get; }

    /// <summary>The elements; valid while the owner of this section is referred to.</summary>
    public ReadOnlySpan<T> Span => owner is null ? default : new(first, Count);

    public ref readonly T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index), index, "The data file refers to an element it does not have.");
            }

            return ref first[index];
        }
    }

    /// <summary>Begins to load an element into the cache, where the processor can; any index will do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int index)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(first + index);
        }
    }
}
