using System.Globalization;
using System.Text.RegularExpressions;
using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Rendering;

namespace PlanetGraph.Generator.Validation;

/// <summary>Finds the place in the generator's own templates that an error of helm speaks of.</summary>
internal static partial class HelmError
{
    /// <param name="error">e.g. <c>Error: template: planet-graph/templates/service/deployment.yaml:7:12: executing …</c></param>
    public static Problem Locate(string error, string chart, GeneratedCharts charts)
    {
        var text = string.Join(' ', error.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !Noise().IsMatch(line)));
        var places = Place().Matches(text);
        for (var i = places.Count - 1; i >= 0; i--)
        {
            if (charts.Files.TryGetValue(places[i].Groups["file"].Value, out var file))
            {
                var where = TemplatePlace.OfLine(file, Number(places[i], "line"), Number(places[i], "column"));
                return new(where, $"helm refuses {file.Path}: {text}", "Correct the template; lines that helm names are those of the generated file.");
            }
        }

        return new(new(chart), $"helm refuses the chart: {text}", "Correct the template or the value that helm names.");
    }

    private static int Number(Match match, string group)
        => int.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"(?<file>[\w-]+/(?:templates/)?[\w./-]+\.(?:yaml|tpl|txt))(?::(?<line>\d+))?(?::(?<column>\d+))?")]
    private static partial Regex Place();

    // W1126 23:04:00.319983   25625 loader.go:223] Config not found: /nonexistent
    // Use --debug flag to render out invalid YAML
    [GeneratedRegex(@"^[IWE]\d{4} \d\d:|^Use --debug ")]
    private static partial Regex Noise();
}
