using System.Text;
using System.Text.Json;
using k8s;
using k8s.Models;
using PlanetGraph.Generator.Cluster.Status;

namespace PlanetGraph.Generator.Cluster.Collect;

/// <summary>Puts all that helps from afar into a bundle: logs of every container and of the one before it, events, objects, values, versions, status.</summary>
public sealed class ReleaseCollector(ClusterConnection cluster, SupportBundle bundle)
{
    /// <summary>Lines of a log that are taken, from its end.</summary>
    public const int LogLines = 20_000;

    /// <summary>Collects one release. What cannot be read is named in <c>left-out.txt</c> and does not stop the rest.</summary>
    /// <exception cref="ClusterException">The cluster is away.</exception>
    public async Task CollectAsync(string release, CancellationToken cancel)
    {
        var leftOut = new StringBuilder();
        var version = await cluster.AskAsync(c => c.Version.GetCodeAsync(cancel), "tell its version");
        await bundle.AddAsync("version.txt", $"kubernetes {version.GitVersion}\ngenerator {typeof(ReleaseCollector).Assembly.GetName().Version}\n", cancel);

        var status = await new StatusReader(cluster).ReadAsync(release, cancel);
        await bundle.AddAsync("status.json", JsonSerializer.Serialize(status, StatusJson.Readable.ReleaseStatus), cancel);

        foreach (var part in Parts(release, cancel))
        {
            try
            {
                await bundle.AddAsync(part.Name, await part.Read(), cancel);
            }
            catch (ClusterException e)
            {
                leftOut.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{part.Name}: {e.Message}");
            }
        }

        var pods = await cluster.AskAsync(c => c.CoreV1.ListNamespacedPodAsync(cluster.Namespace, labelSelector: Selector(release), cancellationToken: cancel), "list Pods");
        foreach (var (pod, container, previous) in pods.Items.SelectMany(Logs))
        {
            var name = $"logs/{pod}/{container}{(previous ? ".previous" : "")}.log";
            try
            {
                await bundle.AddAsync(name, await LogAsync(pod, container, previous, cancel), cancel);
            }
            catch (ClusterException e)
            {
                leftOut.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{name}: {e.Message}");
            }
        }

        if (leftOut.Length > 0)
        {
            await bundle.AddAsync("left-out.txt", leftOut.ToString(), cancel);
        }
    }

    private static string Selector(string release) => $"app.kubernetes.io/instance={release}";

    private IEnumerable<(string Name, Func<Task<string>> Read)> Parts(string release, CancellationToken cancel)
    {
        var (space, selector) = (cluster.Namespace, Selector(release));
        yield return ("nodes.yaml", () => YamlAsync(c => c.CoreV1.ListNodeAsync(cancellationToken: cancel), "list nodes"));
        yield return ("events.yaml", () => YamlAsync(c => c.CoreV1.ListNamespacedEventAsync(space, cancellationToken: cancel), "list Events"));
        yield return ("objects/pods.yaml", () => YamlAsync(c => c.CoreV1.ListNamespacedPodAsync(space, labelSelector: selector, cancellationToken: cancel), "list Pods"));
        yield return ("objects/services.yaml", () => YamlAsync(c => c.CoreV1.ListNamespacedServiceAsync(space, labelSelector: selector, cancellationToken: cancel), "list Services"));
        yield return ("objects/claims.yaml", () => YamlAsync(c => c.CoreV1.ListNamespacedPersistentVolumeClaimAsync(space, labelSelector: selector, cancellationToken: cancel), "list PersistentVolumeClaims"));
        yield return ("objects/volumes.yaml", () => YamlAsync(c => c.CoreV1.ListPersistentVolumeAsync(labelSelector: selector, cancellationToken: cancel), "list PersistentVolumes"));
        yield return ("objects/configmaps.yaml", () => YamlAsync(c => c.CoreV1.ListNamespacedConfigMapAsync(space, labelSelector: selector, cancellationToken: cancel), "list ConfigMaps"));
        yield return ("objects/deployments.yaml", () => YamlAsync(c => c.AppsV1.ListNamespacedDeploymentAsync(space, labelSelector: selector, cancellationToken: cancel), "list Deployments"));
        yield return ("objects/statefulsets.yaml", () => YamlAsync(c => c.AppsV1.ListNamespacedStatefulSetAsync(space, labelSelector: selector, cancellationToken: cancel), "list StatefulSets"));
        yield return ("objects/jobs.yaml", () => YamlAsync(c => c.BatchV1.ListNamespacedJobAsync(space, labelSelector: selector, cancellationToken: cancel), "list Jobs"));
        yield return ("objects/secrets.txt", () => SecretNamesAsync(selector, cancel));
        yield return ("release.json", () => HelmReleaseAsync(release, cancel));
    }

    private static IEnumerable<(string Pod, string Container, bool Previous)> Logs(V1Pod pod) =>
        from container in (pod.Status?.InitContainerStatuses ?? []).Concat(pod.Status?.ContainerStatuses ?? [])
        from life in Enumerable.Range(0, container.RestartCount > 0 ? 2 : 1)
        select (pod.Metadata.Name, container.Name, Previous: life == 1);

    private async Task<string> YamlAsync<T>(Func<IKubernetes, Task<T>> question, string what) => KubernetesYaml.Serialize(await cluster.AskAsync(question, what));

    private async Task<string> LogAsync(string pod, string container, bool previous, CancellationToken cancel)
    {
        await using var log = await cluster.AskAsync(
            c => c.CoreV1.ReadNamespacedPodLogAsync(pod, cluster.Namespace, container, previous: previous, tailLines: LogLines, timestamps: true, cancellationToken: cancel),
            $"give the log of {pod}/{container}");
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync(cancel);
    }

    private async Task<string> SecretNamesAsync(string selector, CancellationToken cancel)
    {
        var secrets = await cluster.AskAsync(c => c.CoreV1.ListNamespacedSecretAsync(cluster.Namespace, labelSelector: selector, cancellationToken: cancel), "list Secrets");
        return string.Concat(secrets.Items.Select(s => $"{s.Metadata.Name}: keys {string.Join(", ", s.Data?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())}\n"));
    }

    private async Task<string> HelmReleaseAsync(string release, CancellationToken cancel)
    {
        var secrets = await cluster.AskAsync(c => c.CoreV1.ListNamespacedSecretAsync(cluster.Namespace, labelSelector: $"owner=helm,name={release}", cancellationToken: cancel), "list Helm's Secrets");
        var newest = secrets.Items.OrderByDescending(s => s.Metadata.CreationTimestamp).FirstOrDefault();
        return newest?.Data.TryGetValue("release", out var stored) == true ? HelmRelease.Describe(stored) : $"no Helm release {release} in {cluster.Namespace}\n";
    }
}
