using System.Text;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Rendering;

/// <summary>values.yaml, with a comment on every value, and values-&lt;environment&gt;.yaml with what differs.</summary>
internal static class ValuesFile
{
    private const int Width = 120;

    public static string Defaults(ChartSpec chart)
    {
        var text = new StringBuilder();
        text.Append("# Default values of the chart ").Append(chart.Name).Append(". Generated from generator/spec by `make chart`: edit there.\n");
        AppendCommented(text, ValueTree.Of(chart.Values), 0);
        return text.ToString();
    }

    public static string Environment(ChartSpec chart, Specification specification, EnvironmentSpec environment)
    {
        var text = new StringBuilder();
        text.Append("# Environment ").Append(environment.Name).Append(" of the chart ").Append(chart.Name).Append(": ")
            .Append(environment.Description).Append('\n')
            .Append("# Generated from generator/spec by `make chart`: edit there.\n");
        var overridden = chart.Values.Where(value => specification.TryOverride(value, environment.Name, out _)).ToList();
        if (overridden.Count == 0)
        {
            text.Append("{}\n");
        }

        Append(text, ValueTree.Of(overridden), 0, value => specification.TryOverride(value, environment.Name, out var result) ? result : value.Default);
        return text.ToString();
    }

    /// <summary>What a value may be, in a few words.</summary>
    public static string TypeOf(ValueSpec value)
    {
        var name = value.Kind switch
        {
            ValueKind.Enum => string.Join(" | ", value.Choices.Select(choice => choice.Length == 0 ? "\"\"" : choice)),
            ValueKind.Port => "integer or empty",
            ValueKind.Strings => "list of strings",
            ValueKind.Objects => "list of objects",
            ValueKind.Map => "map of strings",
            ValueKind.Record => $"object ({string.Join(", ", value.Fields)})",
            ValueKind.Resources => "object (requests, limits)",
            ValueKind.String when value.Numeric => "string or integer",
            var kind => kind.ToString().ToLowerInvariant(),
        };
        return (value.Kind, value.Minimum, value.Maximum) switch
        {
            (ValueKind.Integer or ValueKind.Port, { } low, { } high) => $"{name}, {low} to {high}",
            (ValueKind.Integer or ValueKind.Port, { } low, null) => $"{name}, at least {low}",
            (ValueKind.String, _, { } longest) => $"{name}, at most {longest} characters",
            _ => name,
        };
    }

    private static void AppendCommented(StringBuilder text, ValueTree tree, int indent)
    {
        foreach (var node in tree.Children)
        {
            if (indent == 0)
            {
                text.Append('\n');
            }

            if (node.Value is not { } value)
            {
                text.Append(' ', indent).Append(node.Name).Append(":\n");
                AppendCommented(text, node, indent + 2);
                continue;
            }

            AppendComment(text, indent, $"{value.Description} ({TypeOf(value)})");
            foreach (var example in value.Examples)
            {
                AppendComment(text, indent, $"Example: {YamlText.Flow(example)}");
            }

            YamlText.AppendEntry(text, indent, node.Name, value.Default);
        }
    }

    private static void Append(StringBuilder text, ValueTree tree, int indent, Func<ValueSpec, object?> pick)
    {
        foreach (var node in tree.Children)
        {
            if (node.Value is { } value)
            {
                YamlText.AppendEntry(text, indent, node.Name, pick(value));
                continue;
            }

            text.Append(' ', indent).Append(node.Name).Append(":\n");
            Append(text, node, indent + 2, pick);
        }
    }

    private static void AppendComment(StringBuilder text, int indent, string comment)
    {
        var line = new StringBuilder().Append(' ', indent).Append('#');
        foreach (var word in comment.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length >= Width && line.Length > indent + 1)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(' ', indent).Append('#');
            }

            line.Append(' ').Append(word);
        }

        text.Append(line).Append('\n');
    }
}
