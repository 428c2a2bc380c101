using System.Text.Json.Nodes;

namespace PlanetGraph.Generator.Validation;

/// <summary>What every rendered object has to keep, whatever the chart.</summary>
public static class ObjectRules
{
    /// <summary>Every breach among the objects.</summary>
    public static IEnumerable<Breach> Breaches(IReadOnlyList<RenderedObject> objects, Version kubernetes)
    {
        foreach (var item in objects)
        {
            if (KubernetesModel.Refuse(item) is { } refusal)
            {
                yield return refusal;
            }

            foreach (var breach in DoubleEnv(item).Concat(VersionGates.Breaches(item, kubernetes)))
            {
                yield return breach;
            }
        }

        foreach (var breach in SelectorOverlaps(objects))
        {
            yield return breach;
        }
    }

    private static IEnumerable<Breach> DoubleEnv(RenderedObject item)
    {
        foreach (var container in item.AllContainers)
        {
            var doubles = (container["env"] as JsonArray ?? []).Select(entry => (string?)entry?["name"]).GroupBy(name => name).Where(group => group.Count() > 1);
            foreach (var group in doubles)
            {
                yield return new(item, $"gives container {container["name"]} the environment variable {group.Key} twice", group.Key);
            }
        }
    }

    /// <summary>Two workloads of which one selects the other's pods, and Services that select pods of more than one component.</summary>
    private static IEnumerable<Breach> SelectorOverlaps(IReadOnlyList<RenderedObject> objects)
    {
        var makers = objects.Where(item => item.PodLabels is not null).ToList();
        foreach (var owner in makers.Where(item => item.Body["spec"]?["selector"]?["matchLabels"] is JsonObject))
        {
            var selector = (JsonObject)owner.Body["spec"]!["selector"]!["matchLabels"]!;
            foreach (var other in makers.Where(other => other != owner && Selects(selector, other.PodLabels!)))
            {
                yield return new(owner, $"selects the pods of {other}, too");
            }
        }

        foreach (var service in objects.Where(item => item.Kind == "Service" && item.Body["spec"]?["selector"] is JsonObject))
        {
            var components = makers.Where(item => Selects((JsonObject)service.Body["spec"]!["selector"]!, item.PodLabels!))
                .Select(item => (string?)item.PodLabels!["app.kubernetes.io/component"])
                .Distinct().ToList();
            if (components.Count != 1)
            {
                yield return new(service, $"selects pods of {(components.Count == 0 ? "no component" : string.Join(" and ", components))}");
            }
        }
    }

    private static bool Selects(JsonObject selector, JsonObject labels)
        => selector.All(entry => (string?)labels[entry.Key] == (string?)entry.Value);
}
