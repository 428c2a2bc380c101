using System.Text.Json.Nodes;

namespace PlanetGraph.Generator.Validation;

/// <summary>Since when Kubernetes knows the fields and API groups that came after 1.16, and until when the old groups.</summary>
public static class VersionGates
{
    private static readonly Dictionary<string, Version> Fields = new(StringComparer.Ordinal)
    {
        ["startupProbe"] = new(1, 18),
        ["topologySpreadConstraints"] = new(1, 18),
        ["immutable"] = new(1, 19),
        ["seccompProfile"] = new(1, 19),
        ["ingressClassName"] = new(1, 19),
        ["pathType"] = new(1, 19),
        ["fsGroupChangePolicy"] = new(1, 20),
        ["appProtocol"] = new(1, 20),
        ["ipFamilyPolicy"] = new(1, 20),
        ["ttlSecondsAfterFinished"] = new(1, 21),
        ["completionMode"] = new(1, 22),
        ["suspend"] = new(1, 22),
        ["podFailurePolicy"] = new(1, 26),
        ["persistentVolumeClaimRetentionPolicy"] = new(1, 27),
        ["backoffLimitPerIndex"] = new(1, 29),
        ["sleep"] = new(1, 30),
    };

    private static readonly Dictionary<string, (Version Since, Version Until)> Groups = new(StringComparer.Ordinal)
    {
        ["policy/v1"] = (new(1, 21), new(99, 0)),
        ["policy/v1beta1"] = (new(1, 5), new(1, 25)),
        ["autoscaling/v2"] = (new(1, 23), new(99, 0)),
        ["autoscaling/v2beta2"] = (new(1, 12), new(1, 26)),
        ["networking.k8s.io/v1beta1"] = (new(1, 14), new(1, 22)),
    };

    /// <summary>The object's fields and group that a Kubernetes of this version does not know, one breach for each.</summary>
    public static IEnumerable<Breach> Breaches(RenderedObject item, Version kubernetes)
    {
        var group = item.Kind == "Ingress" && item.ApiVersion == "networking.k8s.io/v1" ? (new(1, 19), new(99, 0)) : Groups.GetValueOrDefault(item.ApiVersion);
        if (group.Since is not null && (kubernetes < group.Since || kubernetes >= group.Until))
        {
            yield return new(item, $"is of {item.ApiVersion}, which Kubernetes {kubernetes} does not have", item.ApiVersion);
        }

        foreach (var name in Names(item.Body).Where(name => Fields.TryGetValue(name, out var since) && kubernetes < since).Distinct())
        {
            yield return new(item, $"has the field {name}, which Kubernetes {kubernetes} does not know", name);
        }
    }

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry.Key is "data" or "labels" or "annotations" ? [] : Names(entry.Value).Append(entry.Key)),
        JsonArray items => items.SelectMany(Names),
        _ => [],
    };
}
