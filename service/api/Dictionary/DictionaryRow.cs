using PlanetGraph.Engine;

namespace PlanetGraph.Service.Dictionary;

/// <summary>A row as it was read, before anything is checked. Empty cells are null.</summary>
internal sealed record DictionaryRow(
    string? Name, string? Official, string? Province, string? City, string? Region, string? Town, string Source)
{
    /// <summary>Longest name; the engine looks for names inside addresses of at most 1000 characters.</summary>
    private const int MaxLength = 100;

    /// <summary>The entry, or the sentence that says why it is none.</summary>
    public bool TryRead(CustomerEntryKind kind, out CustomerEntry? entry, out string reason)
    {
        entry = null;
        reason = Fault(kind);
        if (reason.Length == 0)
        {
            entry = new CustomerEntry(kind, Name!, Official, Province, City, Region, Town, Source);
        }

        return entry is not null;
    }

    private string Fault(CustomerEntryKind kind)
    {
        if (string.IsNullOrEmpty(Name))
        {
            return "The name is empty.";
        }

        if (Name.Length < 2)
        {
            return $"The name {Name} has one character; names of one character would be found in nearly every address.";
        }

        if (Cells().FirstOrDefault(cell => cell.Length > MaxLength) is { } longest)
        {
            return $"{longest[..20]}… has {longest.Length} characters; at most {MaxLength} are taken.";
        }

        if (Cells().FirstOrDefault(cell => cell.Any(char.IsControl)) is not null)
        {
            return "A cell has a line break or another control character in it.";
        }

        return kind switch
        {
            CustomerEntryKind.Alias when Official is null => $"The alias {Name} does not say which division it stands for; fill official.",
            CustomerEntryKind.Division when Province is null => $"The division {Name} does not say where it lies; fill province and what is below it.",
            _ => string.Empty,
        };
    }

    private IEnumerable<string> Cells() => new[] { Name, Official, Province, City, Region, Town }.OfType<string>();
}
