namespace PlanetGraph.Engine.Matching;

/// <summary>Searches in the ascending lists of towns that names of villages have.</summary>
internal static class TownLists
{
    /// <summary>Index of the first town that is not below <paramref name="town"/>.</summary>
    public static int FirstFrom(ReadOnlySpan<ushort> towns, ushort town)
    {
        int low = 0;
        int high = towns.Length;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (towns[middle] < town)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Whether one of the towns is in the range.</summary>
    public static bool HasAny(ReadOnlySpan<ushort> towns, ushort first, ushort after) =>
        FirstFrom(towns, first) is var at && at < towns.Length && towns[at] < after;
}
