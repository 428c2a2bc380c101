using System.Text.Json.Serialization;
using PlanetGraph.Batch.Broker;

namespace PlanetGraph.Batch.Tasks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RunSettings))]
[JsonSerializable(typeof(TaskMessage))]
[JsonSerializable(typeof(ControlMessage))]
internal sealed partial class TaskJson : JsonSerializerContext;
