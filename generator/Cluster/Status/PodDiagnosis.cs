using k8s.Models;

namespace PlanetGraph.Generator.Cluster.Status;

/// <summary>Says in one sentence why a pod is not well.</summary>
public static class PodDiagnosis
{
    private static readonly Dictionary<string, string> Advice = new(StringComparer.Ordinal)
    {
        ["ImagePullBackOff"] = "Load the image into every node (make images-load), or set image.registry and imagePullSecrets.",
        ["ErrImagePull"] = "Load the image into every node (make images-load), or set image.registry and imagePullSecrets.",
        ["ErrImageNeverPull"] = "Load the image into this node (make images-load), or set image.pullPolicy=IfNotPresent.",
        ["InvalidImageName"] = "Correct image.registry, repository and tag in the values.",
        ["CreateContainerConfigError"] = "A Secret or ConfigMap that it names is missing: see the message.",
        ["OOMKilled"] = "Raise resources.limits.memory of this component.",
        ["Evicted"] = "The node ran out of memory or disk: free some, or set resources.requests.",
        ["Unschedulable"] = "No node fits: compare requests, nodeSelector and the volume's node with the nodes.",
        ["CrashLoopBackOff"] = "Read the container's log: kubectl logs --previous.",
    };

    /// <summary>The trouble of a pod, or null when it is well or has ended well.</summary>
    /// <param name="pod">The pod as the API server gave it.</param>
    /// <param name="events">Its last events, newest first.</param>
    public static PodTrouble? Examine(V1Pod pod, IReadOnlyList<string> events)
    {
        if (pod.Status?.Phase == "Succeeded" || pod.Metadata.DeletionTimestamp is not null)
        {
            return null;
        }

        return Reasons(pod).FirstOrDefault() is { } found
            ? new(pod.Metadata.Name, pod.Spec?.NodeName, found.Why, Advice.GetValueOrDefault(found.Reason), events)
            : null;
    }

    private static IEnumerable<Found> Reasons(V1Pod pod)
    {
        var status = pod.Status;
        if (status?.Phase == "Failed" && status.Reason is { } reason)
        {
            yield return new(reason, $"The pod failed: {reason}. {status.Message}".TrimEnd());
        }

        if (status?.Conditions?.FirstOrDefault(c => c is { Type: "PodScheduled", Status: "False" }) is { } unscheduled)
        {
            yield return new(unscheduled.Reason, $"The pod has no node: {unscheduled.Message}");
        }

        foreach (var container in (status?.InitContainerStatuses ?? []).Concat(status?.ContainerStatuses ?? []))
        {
            if (Reason(container) is { } trouble)
            {
                yield return trouble;
            }
        }

        if (status?.Phase == "Running" && status.ContainerStatuses?.FirstOrDefault(c => !c.Ready && c.State?.Running is not null) is { } unready)
        {
            yield return new("NotReady", $"Container {unready.Name} runs but its readiness probe does not pass.");
        }
    }

    private static Found? Reason(V1ContainerStatus container) => container switch
    {
        { State.Waiting: { Reason: not null and not "PodInitializing" and not "ContainerCreating" } waiting } =>
            new(Cause(container) ?? waiting.Reason,
             $"Container {container.Name} waits: {waiting.Reason}{After(container.LastState?.Terminated) ?? Text(waiting.Message)}."),
        { State.Terminated: { ExitCode: not 0 } ended } =>
            new(ended.Reason ?? "Error", $"Container {container.Name} ended with exit code {ended.ExitCode}{Text(ended.Message)}."),
        _ => null,
    };

    private static string? Cause(V1ContainerStatus container) =>
        container.LastState?.Terminated?.Reason is "OOMKilled" ? "OOMKilled" : null;

    private static string? After(V1ContainerStateTerminated? ended) =>
        ended is null ? null : $" after exit code {ended.ExitCode}{(ended.Reason is null or "Error" ? "" : $" ({ended.Reason})")}{Text(ended.Message)}";

    private static string Text(string? message) =>
        string.IsNullOrWhiteSpace(message) ? "" : $": {message.Trim().TrimEnd('.')}";

    private sealed record Found(string Reason, string Why);
}
