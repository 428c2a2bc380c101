using System.Text.Json.Nodes;

namespace PlanetGraph.Generator.Validation;

/// <summary>An object that helm rendered.</summary>
/// <param name="Source">The chart's template, e.g. <c>planet-graph/templates/service/deployment.yaml</c>.</param>
/// <param name="Yaml">Its document.</param>
public sealed record RenderedObject(string Source, string Yaml, JsonObject Body)
{
    public string ApiVersion => (string?)Body["apiVersion"] ?? "";

    public string Kind => (string?)Body["kind"] ?? "";

    public string Name => (string?)Body["metadata"]?["name"] ?? "";

    /// <summary>The pod's spec, of a pod or of what makes pods; null for other objects.</summary>
    public JsonObject? PodSpec => (Kind == "Pod" ? Body["spec"] : Body["spec"]?["template"]?["spec"]) as JsonObject;

    /// <summary>Labels of the pods that it makes.</summary>
    public JsonObject? PodLabels => (Kind == "Pod" ? Body["metadata"]?["labels"] : Body["spec"]?["template"]?["metadata"]?["labels"]) as JsonObject;

    public IEnumerable<JsonObject> InitContainers => Containers("initContainers");

    public IEnumerable<JsonObject> MainContainers => Containers("containers");

    public IEnumerable<JsonObject> AllContainers => InitContainers.Concat(MainContainers);

    public override string ToString() => $"{Kind}/{Name}";

    private IEnumerable<JsonObject> Containers(string list) => (PodSpec?[list] as JsonArray ?? []).OfType<JsonObject>();
}
