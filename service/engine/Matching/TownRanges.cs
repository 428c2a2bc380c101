using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Matching;

/// <summary>Ranges of towns, each with the place in the text that names it: sixteen are asked at a time.</summary>
internal sealed class TownRanges
{
    /// <summary>Ranges that are kept of one text.</summary>
    public const int Capacity = 64;

    private readonly ushort[] first = new ushort[Capacity];
    private readonly ushort[] towns = new ushort[Capacity];
    private readonly ushort[] starts = new ushort[Capacity];
    private readonly ushort[] ends = new ushort[Capacity];
    private readonly ulong[] blocks = new ulong[Capacity];

    public int Count { get; private set; }

    /// <summary>The blocks of all ranges.</summary>
    public ulong Blocks { get; private set; }

    public void Clear()
    {
        // What is left behind the count must match nothing: ranges of no towns.
        towns.AsSpan(0, Count).Clear();
        Count = 0;
        Blocks = 0;
    }

    /// <summary>Adds the towns from <paramref name="from"/> to before <paramref name="after"/>, named by the text from <paramref name="start"/> to before <paramref name="end"/>; those beyond the capacity are left out.</summary>
    public void Add(ushort from, ushort after, int start, int end)
    {
        if (Count == Capacity)
        {
            return;
        }

        first[Count] = from;
        towns[Count] = (ushort)(after - from);
        starts[Count] = (ushort)start;
        ends[Count] = (ushort)end;
        blocks[Count] = TownBlock.Between(from, after);
        Blocks |= blocks[Count++];
    }

    /// <summary>Whether a range that is named beside the match has the town.</summary>
    public bool HaveBeside(ushort town, in NameMatch match)
    {
        if ((TownBlock.Of(town) & Blocks) == 0)
        {
            return false;
        }

        Vector256<ushort> wanted = Vector256.Create(town);
        Vector256<ushort> start = Vector256.Create((ushort)match.Start);
        Vector256<ushort> end = Vector256.Create((ushort)match.End);
        for (int at = 0; at < Count; at += Vector256<ushort>.Count)
        {
            Vector256<ushort> has = Vector256.LessThan(wanted - Load(first, at), Load(towns, at));
            if ((has & Beside(at, start, end)) != Vector256<ushort>.Zero)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a range that is named beside the match has one of the ascending <paramref name="list"/> of towns, which lie in <paramref name="within"/>.</summary>
    public bool HaveAnyBeside(ReadOnlySpan<ushort> list, ulong within, in NameMatch match)
    {
        for (int i = 0; i < Count; i++)
        {
            bool beside = ends[i] <= match.Start || starts[i] >= match.End;
            if ((blocks[i] & within) != 0 && beside && TownLists.HasAny(list, first[i], (ushort)(first[i] + towns[i])))
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<ushort> Beside(int at, Vector256<ushort> start, Vector256<ushort> end) =>
        Vector256.LessThanOrEqual(Load(ends, at), start) | Vector256.GreaterThanOrEqual(Load(starts, at), end);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Load(ushort[] from, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)at);
}
