using System.Text.RegularExpressions;
using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Validation;

/// <summary>Every value a template reads is declared, and every declared value is read by a template.</summary>
public static partial class ValueUsage
{
    private enum How
    {
        Read,
        Alias,
        End,
    }

    public static IReadOnlyList<Problem> Check(ChartSpec chart, GeneratedCharts charts)
    {
        var declared = chart.Values.ToDictionary(value => value.Key, StringComparer.Ordinal);
        var roots = chart.Components.Select(component => component.Name).ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        var templates = charts.Files.Values.Where(file => file.Path.StartsWith($"{chart.Name}/templates/", StringComparison.Ordinal));
        foreach (var file in templates)
        {
            foreach (var (path, line, column, how) in References(file.Text))
            {
                switch (how)
                {
                    case How.End:
                        MarkEnd(path, declared, used);
                        break;
                    case How.Alias when !declared.ContainsKey(path):
                        break;
                    default:
                        if (!Mark(path, declared, roots, used))
                        {
                            problems.Add(new(new(file.Source, line, column), $"`.Values.{path}` is declared nowhere (in {file.Path}).",
                                "Add it to the specification, or correct the name."));
                        }

                        break;
                }
            }
        }

        problems.AddRange(declared.Values
            .Where(value => !value.ReadByParent && !used.Contains(value.Key))
            .Select(value => new Problem(value.Where, $"No template reads `{value.Key}`.", "Use it in a template, or remove it.")));
        return problems;
    }

    private static bool Mark(string path, Dictionary<string, ValueSpec> declared, HashSet<string> roots, HashSet<string> used)
    {
        if (declared.ContainsKey(path))
        {
            used.Add(path);
            return true;
        }

        for (var dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            if (declared.TryGetValue(path[..dot], out var value) && value.Kind is ValueKind.Object or ValueKind.Record or ValueKind.Resources or ValueKind.Map)
            {
                used.Add(value.Key);
                return true;
            }
        }

        var below = declared.Keys.Where(key => key.StartsWith(path + ".", StringComparison.Ordinal)).ToList();
        if (!roots.Contains(path))
        {
            used.UnionWith(below);
        }

        return below.Count > 0;
    }

    private static void MarkEnd(string path, Dictionary<string, ValueSpec> declared, HashSet<string> used)
    {
        foreach (var key in declared.Keys.Where(key => key.EndsWith("." + path, StringComparison.Ordinal) || key.Contains($".{path}.", StringComparison.Ordinal)))
        {
            used.Add(key);
        }
    }

    /// <summary>
    /// References such as <c>.Values.a.b</c>, <c>$v.b</c> after <c>$v := .Values.a</c>, and, as ends of keys, <c>.values.b</c> and the like in
    /// helpers that are given a component's values.
    /// </summary>
    private static IEnumerable<(string Path, int Line, int Column, How How)> References(string text)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            foreach (Match match in Alias().Matches(line))
            {
                aliases[match.Groups[1].Value] = match.Groups[2].Value;
                yield return (match.Groups[2].Value, number, match.Index + 1, How.Alias);
            }

            var code = Alias().Replace(line, match => new string(' ', match.Length));
            foreach (Match match in Direct().Matches(code))
            {
                yield return (match.Groups[1].Value, number, match.Index + 1, How.Read);
            }

            foreach (Match match in Variable().Matches(code))
            {
                if (aliases.TryGetValue(match.Groups[1].Value, out var root))
                {
                    yield return ($"{root}.{match.Groups[2].Value}", number, match.Index + 1, How.Read);
                }
            }

            foreach (Match match in Given().Matches(code))
            {
                yield return (match.Groups[1].Value, number, match.Index + 1, How.End);
            }
        }
    }

    [GeneratedRegex(@"(\$\w+) := \.Values\.([\w.]+?)(?= -?\}\})")]
    private static partial Regex Alias();

    [GeneratedRegex(@"\.Values\.(\w+(?:\.\w+)*)")]
    private static partial Regex Direct();

    [GeneratedRegex(@"(\$\w+)\.(\w+(?:\.\w+)*)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\.(?:values|image|probes)\.(\w+(?:\.\w+)*)")]
    private static partial Regex Given();
}
