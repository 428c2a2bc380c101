using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PlanetGraph.Generator.Validation;

/// <summary>Splits what <c>helm template</c> prints into objects.</summary>
public static partial class RenderedManifest
{
    private const string SourceMark = "# Source: ";

    /// <param name="text">What helm printed.</param>
    /// <param name="known">Objects of other renderings by their document: most are the same in every environment, and are read once.</param>
    /// <exception cref="RenderedManifestException">A document is no YAML, or has a key twice.</exception>
    public static IReadOnlyList<RenderedObject> Parse(string text, ConcurrentDictionary<string, RenderedObject>? known = null)
    {
        var objects = new List<RenderedObject>();
        var source = "";
        foreach (var document in Separator().Split(text))
        {
            var mark = document.IndexOf(SourceMark, StringComparison.Ordinal);
            if (mark >= 0)
            {
                source = document[(mark + SourceMark.Length)..].Split('\n')[0].Trim();
            }

            if (known?.GetValueOrDefault(document) is { } before)
            {
                objects.Add(before);
            }
            else if (Read(source, document) is { } item)
            {
                objects.Add(item);
                known?.TryAdd(document, item);
            }
        }

        return objects;
    }

    private static RenderedObject? Read(string source, string document)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(document));
        }
        catch (YamlException e)
        {
            throw new RenderedManifestException(source, $"line {e.Start.Line} of the document: {e.InnerException?.Message ?? e.Message}", e);
        }

        return stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode mapping
            ? new(source, document, (JsonObject)Convert(mapping)!)
            : null;
    }

    private static JsonNode? Convert(YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                var result = new JsonObject();
                foreach (var (key, value) in mapping.Children)
                {
                    result[((YamlScalarNode)key).Value!] = Convert(value);
                }

                return result;
            case YamlSequenceNode sequence:
                return new JsonArray([.. sequence.Select(Convert)]);
            default:
                return Scalar((YamlScalarNode)node);
        }
    }

    private static JsonValue? Scalar(YamlScalarNode scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => JsonValue.Create(scalar.Value),
        { Value: null or "" or "null" or "~" } => null,
        { Value: "true" or "false" } => JsonValue.Create(scalar.Value == "true"),
        _ when long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            => JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture))!.AsValue(),
        _ => JsonValue.Create(scalar.Value),
    };

    [GeneratedRegex("^---[ ]*$", RegexOptions.Multiline)]
    private static partial Regex Separator();
}
