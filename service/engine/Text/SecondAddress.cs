using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Matching;

namespace PlanetGraph.Engine.Text;

/// <summary>Two addresses in one line are never mixed: the text ends before the second one.</summary>
internal static class SecondAddress
{
    private const string Separators = ";/|";

    /// <summary>Where the first address ends: a separator before the full name of a province or city, behind something long enough to be an address; -1 when there is one only.</summary>
    public static int Find(ReadOnlySpan<char> text, ReadOnlySpan<NameMatch> matches)
    {
        if (text.IndexOfAny(Separators) < 0)
        {
            return -1;
        }

        bool named = false;
        int namedTo = 0;
        foreach (ref readonly NameMatch match in matches)
        {
            if ((match.Full & (LevelSet.Province | LevelSet.City)) == 0)
            {
                continue;
            }

            // 江苏省/南京市: what the separator parts are levels, not addresses.
            if (named && match.Start > 1 && namedTo != match.Start - 1 && Separators.Contains(text[match.Start - 1]))
            {
                return match.Start - 1;
            }

            named = true;
            namedTo = Math.Max(namedTo, match.End);
        }

        return -1;
    }
}
