using System.Text;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Rendering;

/// <summary>The README's table of values, one section per first part of the key.</summary>
internal static class ReadmeTable
{
    public static string Of(ChartSpec chart)
    {
        var text = new StringBuilder();
        var sections = chart.Values.GroupBy(value => value.Key.Contains('.', StringComparison.Ordinal) ? value.Key.Split('.')[0] : "");
        foreach (var section in sections)
        {
            text.Append("### ").Append(section.Key.Length == 0 ? "Release" : section.Key)
                .Append("\n\n| value | type | default | meaning |\n| --- | --- | --- | --- |\n");
            foreach (var value in section)
            {
                text.Append("| `").Append(value.Key).Append("` | ").Append(Cell(ValuesFile.TypeOf(value)))
                    .Append(" | `").Append(Cell(YamlText.Flow(value.Default))).Append("` | ").Append(Cell(value.Description)).Append(" |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("[[", "[ [", StringComparison.Ordinal);
}
