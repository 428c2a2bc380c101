using PlanetGraph.Engine.Data;

namespace PlanetGraph.Engine.Matching;

/// <summary>A stretch of the text that is a name of divisions.</summary>
/// <param name="Start">First character of the normalized text.</param>
/// <param name="Length">Characters, the suffix of an extended match included.</param>
/// <param name="Extended">The name is followed by a town's or village's suffix that is not part of it (方岩 + 镇); only that level counts then.</param>
/// <param name="Name">Number of the name.</param>
/// <param name="Full">Levels it is a complete name of.</param>
/// <param name="Short">Levels it is a core name of.</param>
/// <param name="Consistent">Levels where an ancestor of one of its units is named elsewhere in the text (of a province: a descendant).</param>
internal record struct NameMatch(short Start, short Length, bool Extended, int Name, LevelSet Full, LevelSet Short, LevelSet Consistent)
{
    /// <summary>Longest text that is searched, in characters: positions are kept in 16 bits.</summary>
    public const int LongestText = 2048;

    public readonly int End => Start + Length;

    /// <summary>The match that is the stretch, no more and no less; one of no levels when it is no name.</summary>
    public static NameMatch Exactly(ReadOnlySpan<NameMatch> matches, int start, int length)
    {
        for (int i = First(matches, start); i < matches.Length && matches[i].Start == start; i++)
        {
            if (matches[i].Length == length && !matches[i].Extended)
            {
                return matches[i];
            }
        }

        return default;
    }

    /// <summary>Index of the first of the matches, which are in order of the text, that starts at <paramref name="start"/> or behind it.</summary>
    public static int First(ReadOnlySpan<NameMatch> matches, int start)
    {
        int low = 0;
        int high = matches.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (matches[middle].Start < start)
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
}
