using System.Text.Json;
using PlanetGraph.Engine.Tests.HardCases;

namespace PlanetGraph.Engine.Tests.Tagging;

/// <summary>
/// What a customer reads as company, residential, office, mall, businessCircle or level must be right nearly always; a field left null is no harm.
/// Checked on addresses written by hand (own-labelled.tsv).
/// </summary>
public sealed class OwnLabelledTests(RepositoryData data) : IClassFixture<RepositoryData>
{
    private static readonly Dictionary<string, string> Letters = new() { ["R"] = "residential", ["O"] = "office", ["M"] = "mall", ["C"] = "company", ["B"] = "businessCircle" };

    [Theory]
    [InlineData("residential", 0.95, 0.85)]
    [InlineData("office", 0.95, 0.85)]
    [InlineData("mall", 0.95, 0.85)]
    [InlineData("company", 0.95, 0.85)]
    [InlineData("businessCircle", 0.95, 0.85)]
    [InlineData("level", 0.95, 0.95)]
    public void Standardize_OwnLabelledAddresses_FieldIsPrecise(string field, double precision, double recall)
    {
        int right = 0, given = 0, wanted = 0;
        List<string> wrong = [];
        foreach (string[] row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tagging", "own-labelled.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')))
        {
            string? answer = JsonSerializer.SerializeToElement(data.Standardizer.CreateSession().Standardize(row[0]), JsonSerializerOptions.Web).GetProperty(field).GetString();
            string[] expected = field == "level" ? row[2].Split('|') : Expected(row[1], field);
            bool hit = answer is not null && expected.Contains(answer);
            right += hit ? 1 : 0;
            given += answer is null ? 0 : 1;
            wanted += expected.Length > 0 ? 1 : 0;
            if (answer is null ? expected.Length > 0 : !hit)
            {
                wrong.Add($"{row[0]}: {answer ?? "null"}, not {(expected.Length > 0 ? string.Join(" or ", expected) : "null")}");
            }
        }

        Assert.True(right >= precision * given && right >= recall * wanted, $"{field}: {right} right of {given} given and {wanted} wanted\n{string.Join('\n', wrong)}");
    }

    /// <summary>The values that are right; none when the field must be null.</summary>
    private static string[] Expected(string fields, string field) =>
        [.. fields.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(value => value.Split('=', 2)).Where(value => Letters[value[0]] == field).SelectMany(value => value[1].Split('|'))];
}
