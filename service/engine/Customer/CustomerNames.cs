using System.Collections.Frozen;

namespace PlanetGraph.Engine.Customer;

/// <summary>Finds the customer's names in a text: the longest at each place, all that are written alike. Immutable.</summary>
internal sealed class CustomerNames
{
    /// <summary>Shortest name: two characters are the key that most places of a text fail at.</summary>
    public const int MinLength = 2;

    private readonly FrozenDictionary<uint, CustomerName[][]> byBeginning;

    public CustomerNames(IEnumerable<CustomerName> names)
    {
        byBeginning = names
            .GroupBy(name => Beginning(name.Text))
            .ToFrozenDictionary(
                group => group.Key,
                group => group.GroupBy(name => name.Text, StringComparer.OrdinalIgnoreCase)
                    .OrderByDescending(alike => alike.Key.Length)
                    .Select(alike => alike.ToArray())
                    .ToArray());
    }

    public bool IsEmpty => byBeginning.Count == 0;

    /// <summary>The names that the text has at its beginning, all the same text; empty when there is none.</summary>
    public ReadOnlySpan<CustomerName> At(ReadOnlySpan<char> text)
    {
        if (text.Length >= MinLength && byBeginning.TryGetValue(Beginning(text), out CustomerName[][]? candidates))
        {
            foreach (CustomerName[] alike in candidates)
            {
                if (text.StartsWith(alike[0].Text, StringComparison.OrdinalIgnoreCase))
                {
                    return alike;
                }
            }
        }

        return [];
    }

    private static uint Beginning(ReadOnlySpan<char> text) => ((uint)char.ToUpperInvariant(text[0]) << 16) | char.ToUpperInvariant(text[1]);
}
