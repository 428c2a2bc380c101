using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanetGraph.Generator.Cluster.Status;

/// <summary>The JSON form of <c>status --output json</c>.</summary>
[JsonSerializable(typeof(ReleaseStatus))]
internal sealed partial class StatusJson : JsonSerializerContext
{
    /// <summary>Text as it is, not as escapes: people read it too.</summary>
    public static StatusJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
