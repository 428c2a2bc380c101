using System.Globalization;
using System.Text.RegularExpressions;
using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Rendering;

namespace PlanetGraph.Generator.Validation;

/// <summary>Finds the place in the generator's own templates that an error of helm speaks of.</summary>
internal static partial class HelmError
{
    /// <param name="error">e.g. <c>Error: template: planet-graph/templates/service/deployment.yaml:7:12: executing …</c></param>
    public static Problem Locate(string error, string chart, GeneratedCharts charts, string situation)
    {
        var text = error.Trim();
        var places = Place().Matches(text);
        for (var i = places.Count - 1; i >= 0; i--)
        {
            if (charts.Files.TryGetValue(places[i].Groups["file"].Value, out var file))
            {
                var where = new SourceLocation(file.Source, Number(places[i], "line"), Number(places[i], "column"));
                return new(where, $"helm refuses {file.Path} ({situation}): {text}", "Correct the template; the line is the generated file's.");
            }
        }

        return new(new(chart), $"helm refuses the chart ({situation}): {text}", "Correct the template or the value that helm names.");
    }

    private static long Number(Match match, string group)
        => long.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"(?<file>[\w-]+/(?:templates/)?[\w./-]+\.(?:yaml|tpl|txt))(?::(?<line>\d+))?(?::(?<column>\d+))?")]
    private static partial Regex Place();
}
