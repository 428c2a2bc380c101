using System.Text.Json.Nodes;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>Short ways to an object's parts.</summary>
internal static class Objects
{
    public static RenderedObject One(this IEnumerable<RenderedObject> objects, string kind, string component)
        => objects.Single(item => item.Kind == kind && item.Component() == component && item.Track() != "canary");

    public static string? Component(this RenderedObject item) => (string?)item.Body["metadata"]?["labels"]?["app.kubernetes.io/component"];

    public static string? Track(this RenderedObject item) => (string?)item.Body["metadata"]?["labels"]?["planet-graph/track"];

    public static JsonNode? At(this RenderedObject item, string path) => item.Body.At(path);

    /// <summary>Follows a path such as <c>spec.template.spec.containers.0.image</c>; null when it ends early.</summary>
    public static JsonNode? At(this JsonNode node, string path)
    {
        JsonNode? current = node;
        foreach (var part in path.Split('.'))
        {
            current = current switch
            {
                JsonArray items when int.TryParse(part, out var index) => index < items.Count ? items[index] : null,
                JsonObject map => map[part],
                _ => null,
            };
        }

        return current;
    }

    public static string? Env(this JsonObject container, string name)
        => (string?)(container["env"] as JsonArray ?? []).FirstOrDefault(entry => (string?)entry?["name"] == name)?["value"];

    public static IEnumerable<RenderedObject> PodMakers(this IEnumerable<RenderedObject> objects) => objects.Where(item => item.PodSpec is not null);
}
