using System.Globalization;
using System.Text.RegularExpressions;
using k8s;
using k8s.Models;

namespace PlanetGraph.Generator.Cluster.Preflight;

/// <summary>Asks a cluster whether an install would work on it.</summary>
public sealed partial class ClusterCheck(ClusterConnection cluster, ClusterNeeds needs)
{
    private static readonly Version Oldest = new(1, 16, 8);

    private static readonly (string Group, string Resource)[] Created =
    [
        ("apps", "deployments"), ("apps", "statefulsets"), ("batch", "jobs"), ("", "services"), ("", "secrets"), ("", "configmaps"),
        ("", "persistentvolumeclaims"), ("", "serviceaccounts"), ("rbac.authorization.k8s.io", "roles"), ("rbac.authorization.k8s.io", "rolebindings"),
    ];

    /// <summary>One finding a check, in the order an engineer would look.</summary>
    /// <exception cref="ClusterException">The cluster is away or refuses.</exception>
    public async IAsyncEnumerable<Finding> ExamineAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var version = await cluster.AskAsync(c => c.Version.GetCodeAsync(cancel), "tell its version");
        yield return Version(version.GitVersion);
        yield return await PermissionsAsync(cancel);

        var nodes = await cluster.AskAsync(c => c.CoreV1.ListNodeAsync(cancellationToken: cancel), "list nodes");
        yield return Nodes(nodes.Items);
        if (needs.Images.Count > 0)
        {
            yield return Images(nodes.Items, needs.Images);
        }

        if (needs.Workloads.Count > 0)
        {
            var pods = await cluster.AskAsync(c => c.CoreV1.ListPodForAllNamespacesAsync(cancellationToken: cancel), "list pods");
            yield return RoomCheck.Examine(nodes.Items, pods.Items.Where(pod => !IsOwn(pod.Metadata, needs, cluster.Namespace)), needs.Workloads);
        }

        if (needs.PullSecrets.Count > 0)
        {
            var secrets = await cluster.AskAsync(c => c.CoreV1.ListNamespacedSecretAsync(cluster.Namespace, cancellationToken: cancel), "list secrets");
            yield return PullSecrets(needs.PullSecrets, [.. secrets.Items.Select(secret => secret.Metadata.Name)], cluster.Namespace);
        }


        if (needs.StorageClass is { } name)
        {
            var classes = await cluster.AskAsync(c => c.StorageV1.ListStorageClassAsync(cancellationToken: cancel), "list storage classes");
            yield return StorageClass(name, [.. classes.Items.Select(c => c.Metadata.Name)]);
        }

        var services = await cluster.AskAsync(c => c.CoreV1.ListServiceForAllNamespacesAsync(cancellationToken: cancel), "list services");
        yield return Ports(services.Items, needs, cluster.Namespace);
    }

    /// <summary>Kubernetes 1.16.8 or newer; vendors' suffixes such as v1.16.8-aliyun.1 count as the plain version.</summary>
    public static Finding Version(string gitVersion) =>
        VersionPattern().Match(gitVersion) is { Success: true } match && System.Version.Parse(match.Value) is var found && found >= Oldest
            ? new("Kubernetes", Outcome.Ok, gitVersion)
            : new("Kubernetes", Outcome.Failed, $"{gitVersion} is older than {Oldest}.", "Upgrade the cluster, or choose another with --context.");

    /// <summary>At least one node is Ready and takes pods.</summary>
    public static Finding Nodes(IEnumerable<V1Node> nodes)
    {
        var all = nodes.ToList();
        var away = all.Where(n => n.Status?.Conditions?.Any(c => c is { Type: "Ready", Status: "True" }) != true).Select(n => n.Metadata.Name).ToList();
        var closed = all.Where(n => n.Spec?.Unschedulable == true).Select(n => n.Metadata.Name).ToList();
        var usable = all.Count(n => !away.Contains(n.Metadata.Name) && !closed.Contains(n.Metadata.Name));
        var detail = string.Create(CultureInfo.InvariantCulture, $"{usable} of {all.Count} take pods")
            + (away.Count > 0 ? $"; not Ready: {string.Join(", ", away)}" : "") + (closed.Count > 0 ? $"; cordoned: {string.Join(", ", closed)}" : "");
        return usable == 0
            ? new("nodes", Outcome.Failed, detail, "Bring a node to Ready (kubectl describe node), or uncordon one.")
            : new("nodes", away.Count + closed.Count > 0 ? Outcome.Warning : Outcome.Ok, detail);
    }

    /// <summary>Which images are not on every node. That is fine where nodes can pull, and a stop on an air-gapped cluster.</summary>
    public static Finding Images(IEnumerable<V1Node> nodes, IReadOnlyList<string> images)
    {
        var missing = (from node in nodes
                       let there = (node.Status?.Images ?? []).SelectMany(i => i.Names ?? []).Select(Familiar).ToHashSet()
                       from image in images
                       where !there.Contains(Familiar(image))
                       select $"{image} on {node.Metadata.Name}").ToList();
        return missing.Count == 0
            ? new("images", Outcome.Ok, string.Create(CultureInfo.InvariantCulture, $"{images.Count} images are on every node"))
            : new("images", Outcome.Warning, $"not there: {string.Join(", ", missing)}", "Load them into the nodes (bundle's load script, make images-load) unless the nodes can pull them. A node tells its images up to five minutes late, and 50 of them at most: crictl images on the node is the truth.");
    }

    /// <summary>The class exists.</summary>
    public static Finding StorageClass(string name, IReadOnlyList<string> classes) => classes.Contains(name)
        ? new("storage class", Outcome.Ok, name)
        : new("storage class", Outcome.Failed, $"There is no StorageClass {name}. The cluster has: {(classes.Count == 0 ? "none" : string.Join(", ", classes))}.", "Set it to one of them, or leave it empty to bind the volume by name.");

    /// <summary>The registries' Secrets are there. Without them a node that has the images still runs.</summary>
    public static Finding PullSecrets(IReadOnlyList<string> named, IReadOnlyList<string> there, string space) => named.Except(there).ToList() is { Count: > 0 } missing
        ? new(
            "pull secrets", Outcome.Warning, $"There is no Secret {string.Join(", ", missing)} in {space}: fine while the nodes have the images, or the registry asks for no login.",
            $"kubectl create secret docker-registry {missing[0]} -n {space} --docker-server=HOST --docker-username=USER --docker-password=PASSWORD")
        : new("pull secrets", Outcome.Ok, string.Join(", ", named));

    /// <summary>Nobody else holds the node ports.</summary>
    public static Finding Ports(IEnumerable<V1Service> services, ClusterNeeds needs, string space)
    {
        var taken = (from service in services
                     where !IsOwn(service.Metadata, needs, space)
                     from port in service.Spec.Ports ?? []
                     where port.NodePort is { } number && needs.NodePorts.Contains(number)
                     select $"{port.NodePort} by {service.Metadata.NamespaceProperty}/{service.Metadata.Name}").ToList();
        return taken.Count == 0
            ? new("node ports", Outcome.Ok, $"{string.Join(", ", needs.NodePorts)} are free")
            : new("node ports", Outcome.Failed, $"taken: {string.Join(", ", taken)}", "Set another nodePort (30000-32767) in the values, or remove that Service.");
    }

    private async Task<Finding> PermissionsAsync(CancellationToken cancel)
    {
        var missing = new List<string>();
        foreach (var (group, resource) in Created)
        {
            var review = new V1SelfSubjectAccessReview
            {
                Spec = new() { ResourceAttributes = new() { Verb = "create", Group = group, Resource = resource, NamespaceProperty = cluster.Namespace } },
            };
            var answer = await cluster.AskAsync(c => c.AuthorizationV1.CreateSelfSubjectAccessReviewAsync(review, cancellationToken: cancel), "review permissions");
            if (!answer.Status.Allowed)
            {
                missing.Add(resource);
            }
        }

        return missing.Count == 0
            ? new("permissions", Outcome.Ok, $"may create all that the charts need in {cluster.Namespace}")
            : new("permissions", Outcome.Failed, $"may not create {string.Join(", ", missing)} in {cluster.Namespace}", "Ask the cluster's administrator for these rights, or install with an account that has them.");
    }

    private static bool IsOwn(V1ObjectMeta item, ClusterNeeds needs, string space) =>
        item.NamespaceProperty == space && item.Labels?.TryGetValue("app.kubernetes.io/instance", out var owner) == true && owner == needs.Release;

    /// <summary>Nodes list docker.io/library/nginx:1.27 where a chart says nginx:1.27.</summary>
    private static string Familiar(string image) => DefaultRegistry().Replace(image, "");

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex VersionPattern();

    [GeneratedRegex("^(docker\\.io/)?(library/)?")]
    private static partial Regex DefaultRegistry();
}
