using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>What an operator does to nodes and pods.</summary>
internal static class NodeActions
{
    /// <summary>Cordons or uncordons a node.</summary>
    public static Task SetUnschedulableAsync(this ClusterSession cluster, string node, bool unschedulable) =>
        cluster.Client.CoreV1.PatchNodeAsync(
            new V1Patch(new V1Node { Spec = new() { Unschedulable = unschedulable } }, V1Patch.PatchType.StrategicMergePatch), node, cancellationToken: CancellationToken.None);

    /// <summary>Evicts the pods of a selector from a node one by one, as a drain does: a disruption budget may make it wait, and a pod that ended by itself meanwhile is as good as evicted.</summary>
    public static async Task EvictAsync(this ClusterSession cluster, string node, string selector)
    {
        var pods = await cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, labelSelector: selector, fieldSelector: $"spec.nodeName={node}", cancellationToken: TestContext.Current.CancellationToken);
        foreach (var pod in pods.Items)
        {
            await Deadline.UntilAsync($"the eviction of {pod.Metadata.Name}", TimeSpan.FromMinutes(2), async cancel =>
            {
                // policy/v1beta1 by hand: a cluster before 1.22 knows no other form of the eviction.
                var eviction = new V1Eviction { ApiVersion = "policy/v1beta1", Kind = "Eviction", Metadata = new() { Name = pod.Metadata.Name, NamespaceProperty = cluster.Namespace } };
                try
                {
                    await cluster.Client.CoreV1.CreateNamespacedPodEvictionAsync(eviction, pod.Metadata.Name, cluster.Namespace, cancellationToken: cancel);
                }
                catch (HttpOperationException e) when (e.Response.StatusCode == HttpStatusCode.NotFound)
                {
                }

                return true;
            });
        }
    }

    /// <summary>Deletes the pods of a selector at once, as a crash of their node does.</summary>
    public static async Task KillPodsAsync(this ClusterSession cluster, string space, string selector, int atMost = int.MaxValue)
    {
        var pods = await cluster.Client.CoreV1.ListNamespacedPodAsync(space, labelSelector: selector, cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(pods.Items);
        foreach (var pod in pods.Items.Take(atMost))
        {
            await cluster.Client.CoreV1.DeleteNamespacedPodAsync(pod.Metadata.Name, space, gracePeriodSeconds: 0, cancellationToken: TestContext.Current.CancellationToken);
        }
    }
}
