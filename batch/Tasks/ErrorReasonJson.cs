using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanetGraph.Batch.Tasks;

/// <summary>Writes reasons as the other names in JSON are written: <c>brokenCharacters</c>.</summary>
public sealed class ErrorReasonJson() : JsonStringEnumConverter<ErrorReason>(JsonNamingPolicy.CamelCase);
