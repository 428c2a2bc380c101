using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Output;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Customer;

/// <summary>Turns a customer's dictionary into an overlay; what does not fit the divisions is left out with a reason.</summary>
internal sealed class OverlayBuilder(Gazetteer gazetteer)
{
    private readonly PlaceFinder places = new(gazetteer);
    private readonly NormalizedText text = new(gazetteer);
    private readonly Dictionary<(string Text, AddressField? Field, int Place), CustomerName> names = [];
    private readonly Dictionary<(string? Province, string? City, string? Region, string? Town), (int Unit, string? Fault)> found = [];
    private readonly List<RejectedEntry> rejected = [];
    private readonly List<string> values = [];
    private readonly List<string?> sources = [];

    /// <summary>The entries that were left out.</summary>
    public IReadOnlyList<RejectedEntry> Rejected => rejected;

    public CustomerOverlay Build(CustomerDictionary dictionary)
    {
        foreach (CustomerEntry entry in dictionary.Entries)
        {
            if (Add(entry) is { } reason)
            {
                rejected.Add(new RejectedEntry(entry, reason));
            }
        }

        ILookup<bool, CustomerName> byUse = names.Values.ToLookup(name => name.Field is null);
        return new CustomerOverlay(gazetteer, new CustomerNames(byUse[true]), new CustomerNames(byUse[false]), new CustomerValues(values, sources));
    }

    private string? Add(CustomerEntry entry)
    {
        string name = Normalized(entry.Name);
        if (name.Length < CustomerNames.MinLength)
        {
            return $"Of the name \"{entry.Name}\" less than {CustomerNames.MinLength} characters are left once blanks are gone; it would be found in nearly every address.";
        }

        (int place, string? fault) = PlaceOf(entry);
        return fault ?? (entry.Kind switch
        {
            CustomerEntryKind.Alias => AddAlias(entry, name, place),
            CustomerEntryKind.Division => AddDivision(entry, name, place),
            _ => Keep(entry, name, FieldOf(entry.Kind), place, entry.Official ?? entry.Name),
        });
    }

    /// <summary>The unit a row lies in. Many rows lie in few places: each is looked up once.</summary>
    private (int Unit, string? Fault) PlaceOf(CustomerEntry entry)
    {
        (string?, string?, string?, string?) place = (entry.Province, entry.City, entry.Region, entry.Town);
        if (!found.TryGetValue(place, out (int Unit, string? Fault) known))
        {
            int unit = places.Find([Name(entry.Province), Name(entry.City), Name(entry.Region), Name(entry.Town)], out string? fault);
            found.Add(place, known = (unit, fault));
        }

        return known;
    }

    private string? AddAlias(CustomerEntry entry, string name, int within)
    {
        if (Name(entry.Official) is not { } official)
        {
            return $"The alias {entry.Name} does not say which division it stands for; fill official.";
        }

        int unit = places.FindAny(official, within, out string? fault);
        return fault ?? (name == official ? $"The alias {entry.Name} is the official name itself." : Keep(entry, name, null, unit, official));
    }

    private string? AddDivision(CustomerEntry entry, string name, int parent)
    {
        if (parent < 0)
        {
            return $"The division {entry.Name} does not say where it lies; fill province and what is below it.";
        }

        AddressField field = gazetteer.Units[parent] switch
        {
            { Level: DivisionLevel.Province, Traits: UnitTraits.Municipality } => AddressField.Region,
            { Level: DivisionLevel.City } when HasNoRegions(parent) => AddressField.Town,
            { Level: var level } => (AddressField)(level + 1),
        };
        bool municipality = gazetteer.Units[parent] is { Level: DivisionLevel.Province, Traits: UnitTraits.Municipality };
        return Keep(entry, name, field, municipality ? gazetteer.CityOfMunicipality(parent) : parent, entry.Official ?? entry.Name);
    }

    /// <summary>Of two rows with the same name, field and place the later one wins.</summary>
    private string? Keep(CustomerEntry entry, string name, AddressField? field, int place, string value)
    {
        names[(name.ToUpperInvariant(), field, place)] = new CustomerName(name, field, place, values.Count);
        values.Add(value);
        sources.Add(entry.Source);
        return null;
    }

    private bool HasNoRegions(int city) =>
        !Enumerable.Range(gazetteer.LevelStart(2), gazetteer.LevelStart(3) - gazetteer.LevelStart(2)).Any(region => gazetteer.ParentOf(region) == city);

    private string? Name(string? given) => given is null ? null : Normalized(given) is { Length: > 0 } name ? name : null;

    private string Normalized(string given)
    {
        text.Read(given);
        return text.Span.ToString();
    }

    private static AddressField FieldOf(CustomerEntryKind kind) => kind switch
    {
        CustomerEntryKind.Company => AddressField.Company,
        CustomerEntryKind.Residential => AddressField.Residential,
        CustomerEntryKind.Office => AddressField.Office,
        CustomerEntryKind.Mall => AddressField.Mall,
        _ => AddressField.BusinessCircle,
    };
}
