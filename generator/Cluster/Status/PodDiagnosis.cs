using k8s.Models;

namespace PlanetGraph.Generator.Cluster.Status;

/// <summary>Says in one sentence why a pod is not well.</summary>
public static class PodDiagnosis
{
    private static readonly Dictionary<string, string> Advice = new(StringComparer.Ordinal)
    {
        ["ImagePullBackOff"] = LoadImage,
        ["ErrImagePull"] = LoadImage,
        ["ErrImageNeverPull"] = "Load the image into this node (load-images.sh of the bundle, make images-load), or set image.pullPolicy=IfNotPresent of this component.",
        ["InvalidImageName"] = "Correct global.imageRegistry, image.repository and image.tag in the values.",
        ["CreateContainerConfigError"] = "A Secret or ConfigMap that it names is missing: see the message.",
        ["OOMKilled"] = "Raise resources.limits.memory of this component.",
        ["Evicted"] = "The node ran out of memory or disk: free some, or set resources.requests.",
    };

    private const string LoadImage =
        "Load the image into every node (load-images.sh of the bundle, make images-load), or set global.imageRegistry and imagePullSecrets.";

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
            ? new(pod.Metadata.Name, pod.Spec?.NodeName, found.Why, WhatToDo(pod, found), [.. events.Distinct(StringComparer.Ordinal).Where(e => !Repeats(e, found))])
            : null;
    }

    /// <summary>An event that says nothing beyond the reason.</summary>
    private static bool Repeats(string happened, Found found) =>
        happened.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 && found.Why.Contains(happened[(colon + 2)..].TrimEnd('.'), StringComparison.Ordinal);

    private static string? WhatToDo(V1Pod pod, Found found) => found switch
    {
        { Reason: "Unschedulable" } => Placing(pod, found.Why),
        _ when Advice.TryGetValue(found.Reason, out var advice) => advice,
        { Reason: "Initializing" } => $"Its log says what it waits for: {Log(pod, found)}",
        { Reason: "CrashLoopBackOff" } => $"All of its log: {Log(pod, found)} --previous",
        { Container: not null } => $"All of its log: {Log(pod, found)}",
        _ => null,
    };

    private static string Placing(V1Pod pod, string why) => why switch
    {
        _ when why.Contains("unbound immediate PersistentVolumeClaims", StringComparison.Ordinal) =>
            "Its claim is not bound yet: see the claims above. When one stays Pending, kubectl describe pvc says why.",
        _ when why.Contains("Insufficient", StringComparison.Ordinal) =>
            $"The pod asks for {Requests(pod)}: lower resources.requests of this component, or run fewer pods.",
        _ when why.Contains("affinity conflict", StringComparison.Ordinal) =>
            "volume.nodes and mysql.persistence.nodes must be names that kubectl get nodes -L kubernetes.io/hostname shows, of nodes with room.",
        _ => "No node fits: compare requests, nodeSelector and the volume's node with the nodes.",
    };

    private static string Requests(V1Pod pod) =>
        string.Join(", ", from container in pod.Spec?.Containers ?? []
                          from request in container.Resources?.Requests ?? new Dictionary<string, ResourceQuantity>()
                          orderby request.Key
                          select $"{request.Key} {request.Value}");

    private static string Log(V1Pod pod, Found found) =>
        $"kubectl logs -n {pod.Metadata.NamespaceProperty ?? "default"} {pod.Metadata.Name} -c {found.Container}";

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

        if (status?.InitContainerStatuses?.FirstOrDefault(c => c.State?.Running is not null) is { } step)
        {
            yield return new("Initializing", $"Init step {step.Name} is running.", step.Name);
        }

        if (status?.Phase == "Running" && status.ContainerStatuses?.FirstOrDefault(c => !c.Ready && c.State?.Running is not null) is { } unready)
        {
            yield return new("NotReady", $"Container {unready.Name} runs but its readiness probe does not pass.", unready.Name);
        }
    }

    private static Found? Reason(V1ContainerStatus container) => container switch
    {
        { State.Waiting: { Reason: not null and not "PodInitializing" and not "ContainerCreating" } waiting } =>
            new(Cause(container) ?? waiting.Reason,
             $"Container {container.Name} waits: {waiting.Reason}{After(container.LastState?.Terminated) ?? Text(waiting.Message)}.", container.Name),
        { State.Terminated: { ExitCode: not 0 } ended } =>
            new(ended.Reason ?? "Error", $"Container {container.Name} ended with exit code {ended.ExitCode}{Text(ended.Message)}.", container.Name),
        _ => null,
    };

    private static string? Cause(V1ContainerStatus container) =>
        container.LastState?.Terminated?.Reason is "OOMKilled" ? "OOMKilled" : null;

    private static string? After(V1ContainerStateTerminated? ended) =>
        ended is null ? null : $" after exit code {ended.ExitCode}{(ended.Reason is null or "Error" ? "" : $" ({ended.Reason})")}{Text(ended.Message)}";

    private static string Text(string? message) =>
        string.IsNullOrWhiteSpace(message) ? "" : $": {message.Trim().TrimEnd('.')}";

    private sealed record Found(string Reason, string Why, string? Container = null);
}
