using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace PlanetGraph.Publisher.Progress;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RunView))]
[JsonSerializable(typeof(FilesPage))]
[JsonSerializable(typeof(ErrorRow))]
internal sealed partial class ProgressJson : JsonSerializerContext
{
    /// <summary>The context with Chinese file names left readable.</summary>
    public static ProgressJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
