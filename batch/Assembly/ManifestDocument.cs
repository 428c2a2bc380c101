using System.Text.Json.Serialization;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Assembly;

/// <summary>One line of the manifest's file list.</summary>
internal sealed record ManifestFile(
    string Path, string State, string? Reason, string? Result, long Rows, long Errors, long Bytes, [property: JsonPropertyName("xxHash64")] string? Hash, double? Seconds);

/// <summary>What stands behind the file list.</summary>
/// <param name="Reasons">The files' errors by reason; together they are the sums' errors. Null when there are none.</param>
internal sealed record ManifestHead(string Run, string State, string? Reason, RunSettings Settings, ManifestSums Sums, IReadOnlyList<ReasonCount>? Reasons);

internal sealed record ManifestSums(long Files, long Done, long Failed, long Skipped, long Pending, long Rows, long Errors);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ManifestFile))]
[JsonSerializable(typeof(ManifestHead))]
internal sealed partial class ManifestJson : JsonSerializerContext;
