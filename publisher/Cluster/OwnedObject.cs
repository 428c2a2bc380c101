using k8s;
using k8s.Models;

namespace PlanetGraph.Publisher.Cluster;

/// <summary>One object of the run, written as in the API's paths: <c>apps/v1/statefulsets/NAME</c>.</summary>
internal sealed record OwnedObject(string Resource, string Name)
{
    private delegate Task Patch(IKubernetes client, V1Patch patch, string name, string space, CancellationToken token);

    private static readonly Dictionary<string, Patch> Patches = new(StringComparer.Ordinal)
    {
        ["apps/v1/statefulsets"] = (client, patch, name, space, token) => client.AppsV1.PatchNamespacedStatefulSetAsync(patch, name, space, cancellationToken: token),
        ["apps/v1/deployments"] = (client, patch, name, space, token) => client.AppsV1.PatchNamespacedDeploymentAsync(patch, name, space, cancellationToken: token),
        ["v1/services"] = (client, patch, name, space, token) => client.CoreV1.PatchNamespacedServiceAsync(patch, name, space, cancellationToken: token),
        ["v1/secrets"] = (client, patch, name, space, token) => client.CoreV1.PatchNamespacedSecretAsync(patch, name, space, cancellationToken: token),
        ["v1/configmaps"] = (client, patch, name, space, token) => client.CoreV1.PatchNamespacedConfigMapAsync(patch, name, space, cancellationToken: token),
        ["v1/serviceaccounts"] = (client, patch, name, space, token) => client.CoreV1.PatchNamespacedServiceAccountAsync(patch, name, space, cancellationToken: token),
        ["v1/persistentvolumeclaims"] = (client, patch, name, space, token) => client.CoreV1.PatchNamespacedPersistentVolumeClaimAsync(patch, name, space, cancellationToken: token),
        ["networking.k8s.io/v1/networkpolicies"] = (client, patch, name, space, token) => client.NetworkingV1.PatchNamespacedNetworkPolicyAsync(patch, name, space, cancellationToken: token),
        ["rbac.authorization.k8s.io/v1/roles"] = (client, patch, name, space, token) => client.RbacAuthorizationV1.PatchNamespacedRoleAsync(patch, name, space, cancellationToken: token),
        ["rbac.authorization.k8s.io/v1/rolebindings"] = (client, patch, name, space, token) => client.RbacAuthorizationV1.PatchNamespacedRoleBindingAsync(patch, name, space, cancellationToken: token),
    };

    /// <summary>Reads the list of the option <c>Cleanup:Objects</c>; null with a sentence when one entry is not known.</summary>
    public static IReadOnlyList<OwnedObject>? Parse(string text, out string? error)
    {
        var objects = new List<OwnedObject>();
        foreach (var entry in text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var slash = entry.LastIndexOf('/');
            var resource = slash < 0 ? "" : entry[..slash];
            if (!Patches.ContainsKey(resource) || slash == entry.Length - 1)
            {
                error = $"Cleanup:Objects: '{entry}' is not one of {string.Join(", ", Patches.Keys)}, each followed by /NAME.";
                return null;
            }

            objects.Add(new OwnedObject(resource, entry[(slash + 1)..]));
        }

        error = null;
        return objects;
    }

    public Task PatchAsync(IKubernetes client, V1Patch patch, string space, CancellationToken cancellationToken) =>
        Patches[Resource](client, patch, Name, space, cancellationToken);

    public override string ToString() => $"{Resource}/{Name}";
}
