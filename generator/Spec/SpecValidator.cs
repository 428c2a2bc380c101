using System.Text.RegularExpressions;
using PlanetGraph.Generator.Diagnostics;

namespace PlanetGraph.Generator.Spec;

/// <summary>What can be said against a specification before any template is looked at.</summary>
internal static partial class SpecValidator
{
    public static IEnumerable<Problem> Check(Specification specification)
    {
        var names = specification.Environments.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var environment in specification.Environments)
        {
            if (!EnvironmentName().IsMatch(environment.Name))
            {
                yield return new(environment.Where, $"`{environment.Name}` is no name for an environment.", "Use small letters, digits and dashes.");
            }

            if (environment.From is { } from && (!names.Contains(from) || from == environment.Name))
            {
                yield return new(environment.Where, $"`from: {from}` names no other environment.", $"Use one of: {string.Join(", ", names)}.");
            }
        }

        foreach (var problem in specification.Charts.SelectMany(chart => CheckChart(chart, names)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckChart(ChartSpec chart, HashSet<string> environments)
    {
        if (!System.Version.TryParse(chart.Version, out var chartVersion) || chartVersion.Build < 0)
        {
            yield return new(chart.Where, $"`version: {chart.Version}` is no version.", "Write three numbers, e.g. 1.2.0.");
        }

        var seen = new Dictionary<string, ValueSpec>(StringComparer.Ordinal);
        foreach (var value in chart.Values)
        {
            if (!seen.TryAdd(value.Key, value))
            {
                yield return new(value.Where, $"`{value.Key}` is declared twice; first at {seen[value.Key].Where}.", "Keep one of them.");
            }

            if (!System.Version.TryParse(value.Since, out var since) || since.Build < 0 || since > chartVersion)
            {
                yield return new(value.Where, $"`{value.Key}` is there since `{value.Since}`, which is no version up to the chart's {chart.Version}.",
                    "Write the version of the chart that brings it, e.g. 1.2.0.");
            }

            if (ValueRules.Refuse(value, value.Default) is { } reason)
            {
                yield return new(value.Where, $"The default of `{value.Key}` {reason}.", "Correct the default or the constraint.");
            }

            foreach (var (environment, given) in value.Environments)
            {
                if (!environments.Contains(environment))
                {
                    yield return new(value.Where, $"`{value.Key}` names the environment `{environment}`, which is not there.",
                        $"Use one of: {string.Join(", ", environments)}; or add it to environments.yaml.");
                }

                if (ValueRules.Refuse(value, given) is { } wrong)
                {
                    yield return new(value.Where, $"`{value.Key}` in environment {environment} {wrong}.", "Correct the value.");
                }
            }
        }

        foreach (var value in chart.Values)
        {
            for (var dot = value.Key.LastIndexOf('.'); dot > 0; dot = value.Key.LastIndexOf('.', dot - 1))
            {
                if (seen.TryGetValue(value.Key[..dot], out var parent))
                {
                    yield return new(value.Where, $"`{value.Key}` lies inside `{parent.Key}`, which is a value itself.", "Rename one of them.");
                }
            }
        }

        var known = chart.Components.Select(component => component.Name).Append("any").Append("planet-graph").ToHashSet(StringComparer.Ordinal);
        foreach (var component in chart.Components)
        {
            foreach (var source in component.Ports.SelectMany(port => port.From).Where(source => !known.Contains(source)))
            {
                yield return new(component.Where, $"A port of {component.Name} lets in `{source}`, which is no component.",
                    $"Use one of: {string.Join(", ", known)}.");
            }
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,30}$")]
    private static partial Regex EnvironmentName();
}
