using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Rendering;

/// <summary>values.schema.json, draft-07: every value, and nothing else.</summary>
internal static class SchemaFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ChartSpec chart)
    {
        var root = Branch(ValueTree.Of(chart.Values));
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = $"Values of the chart {chart.Name}" };
        foreach (var (key, node) in root.ToList())
        {
            root.Remove(key);
            schema[key] = node;
        }

        return schema.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Branch(ValueTree tree)
    {
        var properties = new JsonObject();
        foreach (var node in tree.Children)
        {
            properties[node.Name] = node.Value is { } value ? Leaf(value) : Branch(node);
        }

        return new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject Leaf(ValueSpec value)
    {
        var schema = new JsonObject { ["description"] = value.Description };
        foreach (var (key, node) in TypeOf(value))
        {
            schema[key] = node?.DeepClone();
        }

        if (value.Kind is not (ValueKind.Strings or ValueKind.List or ValueKind.Objects))
        {
            Constrain(schema, value);
        }

        schema["default"] = Node(value.Default ?? "");
        if (value.Examples.Count > 0)
        {
            schema["examples"] = new JsonArray([.. value.Examples.Select(Node)]);
        }

        return schema;
    }

    private static JsonNode? Node(object? plain) => plain switch
    {
        YamlMap map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value)))),
        IReadOnlyList<object?> items => new JsonArray([.. items.Select(Node)]),
        string text => JsonValue.Create(text),
        long number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => null,
    };

    private static JsonObject TypeOf(ValueSpec value) => value.Kind switch
    {
        ValueKind.String when value.Numeric => new() { ["type"] = new JsonArray("string", "integer") },
        ValueKind.String => new() { ["type"] = "string" },
        ValueKind.Integer => new() { ["type"] = "integer" },
        ValueKind.Boolean => new() { ["type"] = "boolean" },
        ValueKind.Enum => new() { ["enum"] = new JsonArray([.. value.Choices.Select(choice => (JsonNode)choice)]) },
        ValueKind.Quantity => Quantity(),
        ValueKind.Port => new() { ["anyOf"] = new JsonArray(Number(value), new JsonObject { ["enum"] = new JsonArray("", null) }) },
        ValueKind.Strings => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
        ValueKind.Objects => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object" } },
        ValueKind.List => new() { ["type"] = "array" },
        ValueKind.Map => new() { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } },
        ValueKind.Object => new() { ["type"] = "object" },
        ValueKind.Record => Fixed(value.Fields, () => new() { ["type"] = new JsonArray("integer", "null"), ["minimum"] = 0 }),
        ValueKind.Resources => Fixed(["requests", "limits"], () => new() { ["type"] = new JsonArray("object", "null"), ["additionalProperties"] = Quantity() }),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.Kind, "no schema for this kind"),
    };

    private static JsonObject Number(ValueSpec value)
    {
        var number = new JsonObject { ["type"] = "integer" };
        Constrain(number, value);
        return number;
    }

    private static JsonObject Quantity()
        => new() { ["type"] = new JsonArray("string", "integer", "null"), ["pattern"] = @"^[0-9]+(\.[0-9]+)?(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?$" };

    private static JsonObject Fixed(IEnumerable<string> names, Func<JsonObject> schema)
    {
        var properties = new JsonObject();
        foreach (var name in names)
        {
            properties[name] = schema();
        }

        return new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static void Constrain(JsonObject schema, ValueSpec value)
    {
        if (value.Kind == ValueKind.String)
        {
            if (value.Maximum is { } longest)
            {
                schema["maxLength"] = longest;
            }

            if (value.Pattern is { } pattern)
            {
                schema["pattern"] = pattern;
            }
        }
        else if (value.Kind == ValueKind.Integer || (value.Kind == ValueKind.Port && schema.ContainsKey("type")))
        {
            if (value.Minimum is { } low)
            {
                schema["minimum"] = low;
            }

            if (value.Maximum is { } high)
            {
                schema["maximum"] = high;
            }
        }
    }
}
