namespace PlanetGraph.Engine.Output;

/// <summary>The values of the customer's dictionary that answers refer to by number.</summary>
internal sealed class CustomerValues(IReadOnlyList<string> values)
{
    public static CustomerValues Empty { get; } = new([]);

    public string this[int number] => values[number];
}
