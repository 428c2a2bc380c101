namespace PlanetGraph.Engine.Output;

/// <summary>The values of the customer's dictionary that answers refer to by number.</summary>
internal sealed class CustomerValues(IReadOnlyList<string> values, IReadOnlyList<string?> sources)
{
    public static CustomerValues Empty { get; } = new([], []);

    public string this[int number] => values[number];

    /// <summary>Where the row was read, e.g. aliases.csv:12; null when it is not known.</summary>
    public string? SourceOf(int number) => sources[number];
}
