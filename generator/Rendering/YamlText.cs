using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Rendering;

/// <summary>Writes plain values as YAML: the same value always gives the same text.</summary>
public static partial class YamlText
{
    private const int FlowWidth = 90;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value on one line.</summary>
    public static string Flow(object? value) => value switch
    {
        null => "\"\"",
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        string text => Scalar(text),
        YamlMap { Count: 0 } => "{}",
        YamlMap map => $"{{ {string.Join(", ", map.Select(entry => $"{Scalar(entry.Key)}: {Flow(entry.Value)}"))} }}",
        IReadOnlyList<object?> items => $"[{string.Join(", ", items.Select(Flow))}]",
        _ => throw new ArgumentException($"{value.GetType()} is no plain value", nameof(value)),
    };

    /// <summary>Appends <c>key: value</c> at an indent; what is too long for a line is written as a block.</summary>
    public static void AppendEntry(StringBuilder text, int indent, string key, object? value)
    {
        var flow = Flow(value);
        text.Append(' ', indent).Append(key).Append(':');
        if (value is not YamlMap { Count: > 0 } map || (indent + key.Length + flow.Length < FlowWidth && map.All(e => e.Value is not YamlMap)))
        {
            text.Append(' ').Append(flow).Append('\n');
            return;
        }

        text.Append('\n');
        foreach (var (name, entry) in map)
        {
            AppendEntry(text, indent + 2, name, entry);
        }
    }

    private static string Scalar(string text) => Plain().IsMatch(text) && !Reserved().IsMatch(text) ? text : JsonSerializer.Serialize(text, Readable);

    [GeneratedRegex("^[A-Za-z/][A-Za-z0-9_./-]*(:[A-Za-z0-9_./-]+)*$")]
    private static partial Regex Plain();

    [GeneratedRegex("^(y|n|yes|no|on|off|true|false|null)$", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
