using System.Text.Json;

namespace PlanetGraph.Engine.Tests.HardCases;

/// <summary>An address whose right answer is certain.</summary>
/// <param name="Address">The text.</param>
/// <param name="Expected">
/// The fields that must be as given. <c>a|b</c>: the value is in one of the two fields. A list: any of its values (for segments: the list itself).
/// <c>anyOf</c>: one whole alternative.
/// </param>
/// <param name="Why">What makes it hard.</param>
public sealed record HardCase(string Address, JsonElement Expected, string Why)
{
    /// <summary>Reads a file of cases, one JSON object a line: addr, expect, why.</summary>
    public static IEnumerable<HardCase> Read(string file) =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "HardCases", file))
        let json = JsonDocument.Parse(line).RootElement
        select new HardCase(json.GetProperty("addr").GetString()!, json.GetProperty("expect"), json.GetProperty("why").GetString()!);

    /// <summary>What is wrong with an answer; empty when it is right.</summary>
    public IReadOnlyList<string> FaultsOf(JsonElement answer) =>
        Expected.TryGetProperty("anyOf", out var alternatives)
            ? alternatives.EnumerateArray().Select(alternative => Faults(alternative, answer)).MinBy(faults => faults.Count)!
            : Faults(Expected, answer);

    private static List<string> Faults(JsonElement expected, JsonElement answer) =>
    [
        .. from field in expected.EnumerateObject()
           let names = field.Name.Split('|')
           where !names.Any(name => Holds(name, field.Value, answer.GetProperty(name)))
           select $"{field.Name} is {string.Join(" | ", names.Select(name => answer.GetProperty(name)))}, not {field.Value}",
    ];

    private static bool Holds(string field, JsonElement expected, JsonElement given) =>
        expected.ValueKind == JsonValueKind.Array && field != "segments"
            ? expected.EnumerateArray().Any(value => JsonElement.DeepEquals(value, given))
            : JsonElement.DeepEquals(expected, given);
}
