using PlanetGraph.Engine.Data;
using PlanetGraph.Engine.Text;

namespace PlanetGraph.Engine.Output;

/// <summary>Reads parts as strings, for callers that want a record.</summary>
internal sealed class PartsReader(Gazetteer gazetteer, NormalizedText text, CustomerValues customer)
{
    public AddressParts Read(Parts parts)
    {
        List<string> segments = [];
        for (AddressField field = AddressField.Province; field <= AddressField.Company; field++)
        {
            Add(segments, parts[field]);
            if (field == AddressField.Road)
            {
                Add(segments, parts.NumberText);
            }
        }

        return new AddressParts(
            segments,
            Value(parts[AddressField.Province]),
            Value(parts[AddressField.City]),
            Value(parts[AddressField.Region]),
            Value(parts[AddressField.Town]),
            Value(parts[AddressField.Village]),
            parts.HouseNumber,
            Value(parts[AddressField.Company]),
            Value(parts[AddressField.Road]),
            Value(parts[AddressField.Residential]),
            Value(parts[AddressField.Office]),
            Value(parts[AddressField.Mall]),
            Value(parts[AddressField.BusinessCircle]),
            parts.Level);
    }

    public string? Value(in FieldValue value) => value switch
    {
        { IsEmpty: true } => null,
        { Unit: >= 0 } => gazetteer.Name(value.Unit),
        { Custom: >= 0 } => customer[value.Custom],
        _ => text.Span.Slice(value.Start, value.Length).ToString(),
    };

    /// <summary>The row of the customer's dictionary that decided; null when none did.</summary>
    public string? SourceOf(in FieldValue value) => value.Custom >= 0 ? customer.SourceOf(value.Custom) : null;

    private void Add(List<string> segments, in FieldValue value)
    {
        if (Value(value) is { } text)
        {
            segments.Add(text);
        }
    }
}
