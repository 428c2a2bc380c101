using k8s;
using k8s.Models;

namespace PlanetGraph.Generator.Cluster.Status;

/// <summary>Reads how a release stands from the cluster.</summary>
public sealed class StatusReader(ClusterConnection cluster)
{
    private const int EventsPerPod = 3;

    /// <summary>Asks the cluster once.</summary>
    /// <exception cref="ClusterException">The cluster is away or refuses.</exception>
    public async Task<ReleaseStatus> ReadAsync(string release, CancellationToken cancel)
    {
        var space = cluster.Namespace;
        var selector = $"app.kubernetes.io/instance={release}";
        var deployments = await cluster.AskAsync(c => c.AppsV1.ListNamespacedDeploymentAsync(space, labelSelector: selector, cancellationToken: cancel), "list Deployments");
        var sets = await cluster.AskAsync(c => c.AppsV1.ListNamespacedStatefulSetAsync(space, labelSelector: selector, cancellationToken: cancel), "list StatefulSets");
        var jobs = await cluster.AskAsync(c => c.BatchV1.ListNamespacedJobAsync(space, labelSelector: selector, cancellationToken: cancel), "list Jobs");
        var services = await cluster.AskAsync(c => c.CoreV1.ListNamespacedServiceAsync(space, labelSelector: selector, cancellationToken: cancel), "list Services");
        var claims = await cluster.AskAsync(c => c.CoreV1.ListNamespacedPersistentVolumeClaimAsync(space, labelSelector: selector, cancellationToken: cancel), "list PersistentVolumeClaims");
        var pods = await cluster.AskAsync(c => c.CoreV1.ListNamespacedPodAsync(space, labelSelector: selector, cancellationToken: cancel), "list Pods");
        var events = await cluster.AskAsync(c => c.CoreV1.ListNamespacedEventAsync(space, fieldSelector: "involvedObject.kind=Pod", cancellationToken: cancel), "list Events");
        var eventsOfPod = events.Items.ToLookup(e => e.InvolvedObject.Name);

        return new(
            release,
            space,
            [.. deployments.Items.Select(Of), .. sets.Items.Select(Of), .. jobs.Items.Select(Of)],
            [.. services.Items.SelectMany(Of)],
            [.. claims.Items.Select(Of)],
            [.. pods.Items.Select(p => PodDiagnosis.Examine(p, Last(eventsOfPod[p.Metadata.Name]))).OfType<PodTrouble>()]);
    }

    private static WorkloadStatus Of(V1Deployment deployment)
    {
        var (desired, ready, updated) = (deployment.Spec.Replicas ?? 1, deployment.Status?.ReadyReplicas ?? 0, deployment.Status?.UpdatedReplicas ?? 0);
        return new("Deployment", deployment.Metadata.Name, ready, desired, ready >= desired && updated >= desired ? "ready" : "updating");
    }

    private static WorkloadStatus Of(V1StatefulSet set)
    {
        var (desired, ready) = (set.Spec.Replicas ?? 1, set.Status?.ReadyReplicas ?? 0);
        return new("StatefulSet", set.Metadata.Name, ready, desired, ready >= desired ? "ready" : "updating");
    }

    private static WorkloadStatus Of(V1Job job) => new(
        "Job",
        job.Metadata.Name,
        job.Status?.Succeeded ?? 0,
        job.Spec.Parallelism ?? 1,
        job.Status?.Conditions?.FirstOrDefault(c => c.Status == "True")?.Type switch
        {
            "Complete" => "complete",
            "Failed" => "failed",
            _ => "running",
        });

    private static IEnumerable<ServiceStatus> Of(V1Service service) =>
        (service.Spec.Ports ?? []).Select(p => new ServiceStatus(
            service.Metadata.Name,
            service.Spec.ClusterIP == "None" ? "None" : $"{service.Spec.ClusterIP}:{p.Port}",
            p.NodePort is > 0 ? p.NodePort : null,
            p.Name));

    private static ClaimStatus Of(V1PersistentVolumeClaim claim) => new(
        claim.Metadata.Name,
        claim.Status?.Phase ?? "Pending",
        claim.Spec.VolumeName,
        claim.Status?.Capacity is { } capacity && capacity.TryGetValue("storage", out var storage) ? storage.ToString() : null);

    private static string[] Last(IEnumerable<Corev1Event> events) =>
        [.. events
            .OrderByDescending(e => e.LastTimestamp ?? e.EventTime ?? e.Metadata.CreationTimestamp)
            .Take(EventsPerPod)
            .Select(e => $"{e.Reason}: {e.Message}{(e.Count > 1 ? $" (x{e.Count})" : "")}")];
}
