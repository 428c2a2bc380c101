using k8s;
using k8s.Models;

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>A release of the batch chart: one run over one folder.</summary>
internal sealed class BatchRelease(ClusterSession cluster, string name, string space) : IAsyncDisposable
{
    private const string Chart = "./charts/planet-graph-batch";

    /// <summary>Labels of everything of the release.</summary>
    public string Selector => $"app.kubernetes.io/instance={name}";

    /// <summary>Installs it for a folder below the volume's root. The TTL is short, so that the clean-up can be watched.</summary>
    public Task InstallAsync(string inputDataPath, params string[] values) =>
        cluster.HelmAsync(["install", name, Chart, "-n", space, "--set-string", $"inputDataPath={inputDataPath}", "--set", "job.ttlSecondsAfterFinished=10", .. Set(values)]);

    /// <summary>Changes values of the release.</summary>
    public Task UpgradeAsync(params string[] values) => cluster.HelmAsync(["upgrade", name, Chart, "-n", space, "--reuse-values", .. Set(values)]);

    /// <summary>Labels of one component's pods.</summary>
    public string Pods(string component) => $"{Selector},app.kubernetes.io/component={component}";

    /// <summary>Waits until the Job has ended and gives the condition that says how: Complete or Failed.</summary>
    public async Task<V1JobCondition> EndAsync(TimeSpan within) =>
        await Deadline.UntilAsync($"the Job of {name} to end", within, async cancel =>
        {
            var jobs = await cluster.Client.BatchV1.ListNamespacedJobAsync(space, labelSelector: Selector, cancellationToken: cancel);
            return jobs.Items.SingleOrDefault()?.Status.Conditions?.FirstOrDefault(c => c.Status == "True" && c.Type is "Complete" or "Failed");
        });

    /// <summary>What the run's record says of it: running, complete, failed, deadline or cancelled.</summary>
    public async Task<string?> StateAsync(CancellationToken cancel)
    {
        var records = await cluster.Client.CoreV1.ListNamespacedConfigMapAsync(space, labelSelector: Pods("run"), cancellationToken: cancel);
        return records.Items is [{ Data: { } data }] && data.TryGetValue("state", out var state) ? state : null;
    }

    /// <summary>Exit codes of the worker pods that ended, and what they left to be read beside it.</summary>
    public async Task<IReadOnlyList<(int ExitCode, string Message)>> WorkerEndsAsync()
    {
        var pods = await cluster.Client.CoreV1.ListNamespacedPodAsync(space, labelSelector: Pods("worker"), cancellationToken: TestContext.Current.CancellationToken);
        return [.. pods.Items.SelectMany(p => p.Status.ContainerStatuses ?? []).Select(c => c.State?.Terminated).OfType<V1ContainerStateTerminated>().Select(t => (t.ExitCode, t.Message ?? ""))];
    }

    /// <summary>Waits until all that the run started has removed itself.</summary>
    public Task GoneAsync(TimeSpan within) =>
        Deadline.UntilAsync($"everything of {name}'s run to remove itself", within, async cancel => await LeftAsync(cancel) is []);

    /// <summary>Pods, Jobs, StatefulSets, Deployments and Services that are left of the release.</summary>
    public async Task<IReadOnlyList<string>> LeftAsync(CancellationToken cancel)
    {
        var client = cluster.Client;
        return
        [
            .. (await client.CoreV1.ListNamespacedPodAsync(space, labelSelector: Selector, cancellationToken: cancel)).Items.Select(o => $"Pod {o.Metadata.Name}"),
            .. (await client.BatchV1.ListNamespacedJobAsync(space, labelSelector: Selector, cancellationToken: cancel)).Items.Select(o => $"Job {o.Metadata.Name}"),
            .. (await client.AppsV1.ListNamespacedStatefulSetAsync(space, labelSelector: Selector, cancellationToken: cancel)).Items.Select(o => $"StatefulSet {o.Metadata.Name}"),
            .. (await client.AppsV1.ListNamespacedDeploymentAsync(space, labelSelector: Selector, cancellationToken: cancel)).Items.Select(o => $"Deployment {o.Metadata.Name}"),
            .. (await client.CoreV1.ListNamespacedServiceAsync(space, labelSelector: Selector, cancellationToken: cancel)).Items.Select(o => $"Service {o.Metadata.Name}"),
        ];
    }

    /// <summary>Uninstalls it. Nobody waits until its pods have ended: a release's name is used once.</summary>
    public async ValueTask DisposeAsync() => await cluster.TryHelmAsync("uninstall", name, "-n", space);

    private static IEnumerable<string> Set(string[] values) => values.SelectMany(v => new[] { "--set", v });
}
