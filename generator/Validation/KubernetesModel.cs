using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using k8s;
using k8s.Models;

namespace PlanetGraph.Generator.Validation;

/// <summary>Reads objects into the client library's model of Kubernetes as strictly as a server-side apply does.</summary>
internal static partial class KubernetesModel
{
    // Models of groups that newer clusters dropped have the same fields as their successors, so these stand in for them.
    private static readonly Dictionary<string, Type> Successors = new(StringComparer.Ordinal)
    {
        ["policy/v1beta1/PodDisruptionBudget"] = typeof(V1PodDisruptionBudget),
        ["autoscaling/v2beta2/HorizontalPodAutoscaler"] = typeof(V2HorizontalPodAutoscaler),
    };

    // No model has them: the one is gone from Kubernetes, the other is no part of it.
    private static readonly HashSet<string> Unmodelled = new(StringComparer.Ordinal)
    {
        "networking.k8s.io/v1beta1/Ingress",
        "gateway.networking.k8s.io/v1/HTTPRoute",
    };

    private static readonly JsonSerializerOptions Strict = StrictOptions();

    /// <summary>Null when Kubernetes knows every field and its type.</summary>
    public static Breach? Refuse(RenderedObject item)
    {
        var kind = $"{item.ApiVersion}/{item.Kind}";
        if (Unmodelled.Contains(kind))
        {
            return null;
        }

        if (TypeOf(kind, item) is not { } type)
        {
            return new(item, $"is no object of a known kind: there is no {item.Kind} in {item.ApiVersion}", item.Kind);
        }

        try
        {
            item.Body.Deserialize(type, Strict);
            return null;
        }
        catch (JsonException e)
        {
            var place = e.Path?.TrimStart('$', '.') ?? "";
            return UnknownField().Match(e.Message) is { Success: true } unknown
                ? new(item, $"has a field that Kubernetes does not know: {unknown.Groups["name"].Value} at {place}", unknown.Groups["name"].Value)
                : new(item, $"has a value of another type than Kubernetes wants at {place}", place.Split('.')[^1].Split('[')[0]);
        }
    }

    private static Type? TypeOf(string kind, RenderedObject item)
    {
        if (Successors.TryGetValue(kind, out var successor))
        {
            return successor;
        }

        var (group, version) = item.ApiVersion.Split('/') is [var first, var second] ? (first, second) : ("", item.ApiVersion);
        var type = version.Length == 0 ? null : typeof(V1Pod).Assembly.GetType($"k8s.Models.{char.ToUpperInvariant(version[0])}{version[1..]}{item.Kind}");
        return type?.GetCustomAttributes(typeof(KubernetesEntityAttribute), inherit: false) is [KubernetesEntityAttribute { Group: var known }] && known == group
            ? type
            : null;
    }

    private static JsonSerializerOptions StrictOptions()
    {
        JsonSerializerOptions? strict = null;
        KubernetesJson.AddJsonOptions(lenient => strict = new(lenient) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow });
        return strict!;
    }

    // The JSON property 'imagePullPolice' could not be mapped to any .NET member contained in type 'k8s.Models.V1Container'. …
    [GeneratedRegex("^The JSON property '(?<name>[^']*)' could not be mapped")]
    private static partial Regex UnknownField();
}
