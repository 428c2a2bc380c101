using k8s;
using k8s.Models;

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>The release <c>pg</c> of the main chart. Each test begins with <see cref="EnsureAsync"/>, so that none depends on another.</summary>
internal sealed class MainRelease(ClusterSession cluster)
{
    /// <summary>Name of the release.</summary>
    public const string Name = "pg";

    private const string Chart = "./charts/planet-graph";

    /// <summary>The service's endpoint from outside.</summary>
    public Uri Service => cluster.At(30000);

    /// <summary>Labels of the service's pods, both tracks.</summary>
    public static string ServicePods => $"app.kubernetes.io/instance={Name},app.kubernetes.io/component=service";

    /// <summary>Installs the release, or brings it back to the chart's own values, and waits until all of it is ready.</summary>
    public async Task EnsureAsync()
    {
        await cluster.HelmAsync("upgrade", "--install", Name, Chart, "--reset-values");
        await ReadyAsync(TimeSpan.FromMinutes(4));
    }

    /// <summary>Runs <c>helm upgrade</c> with the values that were set before and these.</summary>
    public Task UpgradeAsync(params string[] values) =>
        cluster.HelmAsync(["upgrade", Name, Chart, "--reuse-values", .. values.SelectMany(v => new[] { "--set", v })]);

    /// <summary>Waits until every Deployment and StatefulSet of the release has what it wants, in its newest form.</summary>
    public async Task ReadyAsync(TimeSpan within)
    {
        await Deadline.UntilAsync($"release {Name} to be ready", within, async cancel =>
        {
            var selector = $"app.kubernetes.io/instance={Name}";
            var deployments = await cluster.Client.AppsV1.ListNamespacedDeploymentAsync(cluster.Namespace, labelSelector: selector, cancellationToken: cancel);
            var sets = await cluster.Client.AppsV1.ListNamespacedStatefulSetAsync(cluster.Namespace, labelSelector: selector, cancellationToken: cancel);
            return deployments.Items.Count > 0 && deployments.Items.All(IsReady) && sets.Items.All(IsReady);
        });
    }

    /// <summary>The service's pods that are ready and not on their way out.</summary>
    public async Task<IReadOnlyList<V1Pod>> ServicePodsAsync()
    {
        var pods = await cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, labelSelector: ServicePods, cancellationToken: TestContext.Current.CancellationToken);
        return [.. pods.Items.Where(p => p.Metadata.DeletionTimestamp is null && p.Status.Conditions.Any(c => c is { Type: "Ready", Status: "True" }))];
    }

    private static bool IsReady(V1Deployment deployment) => deployment is { Spec.Replicas: var wanted, Status: var status }
        && status.ObservedGeneration >= deployment.Metadata.Generation
        && (status.UpdatedReplicas ?? 0) == wanted && (status.ReadyReplicas ?? 0) == wanted && (status.Replicas ?? 0) == wanted;

    private static bool IsReady(V1StatefulSet set) => set is { Spec.Replicas: var wanted, Status: var status }
        && status.ObservedGeneration >= set.Metadata.Generation
        && (status.ReadyReplicas ?? 0) == wanted && (wanted == 0 || status.UpdateRevision == status.CurrentRevision);
}
