using k8s;
using k8s.Models;

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>The restricted Pod Security profile, applied to the pods as they run: a cluster before 1.23 enforces none by itself.</summary>
internal static class RestrictedProfile
{
    /// <summary>Fails the test unless every pod of the namespace would be let in.</summary>
    public static async Task AssertRestrictedAsync(this ClusterSession cluster, string space)
    {
        var pods = await cluster.Client.CoreV1.ListNamespacedPodAsync(space, cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(pods.Items);
        Assert.Empty(pods.Items.SelectMany(pod => Violations(pod).Select(what => $"{pod.Metadata.Name}: {what}")));
    }

    private static IEnumerable<string> Violations(V1Pod pod)
    {
        if (pod.Spec is { HostNetwork: true } or { HostPID: true } or { HostIPC: true })
        {
            yield return "shares a namespace of its node";
        }

        foreach (var volume in (pod.Spec.Volumes ?? []).Where(v => v.HostPath is not null || v.Nfs is not null))
        {
            yield return $"volume {volume.Name} is neither a claim nor the cluster's own";
        }

        foreach (var container in (pod.Spec.InitContainers ?? []).Concat(pod.Spec.Containers))
        {
            foreach (var what in Violations(container, pod.Spec.SecurityContext))
            {
                yield return $"{container.Name} {what}";
            }
        }
    }

    private static IEnumerable<string> Violations(V1Container container, V1PodSecurityContext? pod)
    {
        var own = container.SecurityContext;
        if ((own?.RunAsUser ?? pod?.RunAsUser) == 0 || (own?.RunAsNonRoot ?? pod?.RunAsNonRoot) != true)
        {
            yield return "may run as root";
        }

        if (own?.Privileged == true || own?.AllowPrivilegeEscalation != false)
        {
            yield return "may gain privileges";
        }

        if (own?.Capabilities?.Drop?.Contains("ALL") != true || own.Capabilities.Add?.Any(c => c != "NET_BIND_SERVICE") == true)
        {
            yield return "keeps capabilities";
        }

        if ((own?.SeccompProfile ?? pod?.SeccompProfile)?.Type is not ("RuntimeDefault" or "Localhost"))
        {
            yield return "has no seccomp profile";
        }

        if (container.Ports?.Any(p => p.HostPort > 0) == true)
        {
            yield return "takes a port of its node";
        }
    }
}
