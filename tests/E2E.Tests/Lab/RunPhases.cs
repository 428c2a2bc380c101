using System.Globalization;
using k8s;

namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>Where the time of a run went, by the Job's own times and the publisher's log.</summary>
internal static class RunPhases
{
    private const int RunOpened = 2000;
    private const int Listed = 2002;
    private const int RunEnded = 2006;

    /// <summary>Notes the phases of a run whose Job has just ended. A run that removed itself meanwhile has none.</summary>
    public static async Task NotePhasesAsync(this ClusterSession cluster, BatchRelease run, string title)
    {
        var cancel = TestContext.Current.CancellationToken;
        var publishers = await cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, labelSelector: run.Pods("publisher"), cancellationToken: cancel);
        var jobs = await cluster.Client.BatchV1.ListNamespacedJobAsync(cluster.Namespace, labelSelector: run.Selector, cancellationToken: cancel);
        if (publishers.Items is not [var publisher] || jobs.Items is not [{ Metadata.CreationTimestamp: { } created, Status.CompletionTime: { } completed }])
        {
            return;
        }

        using var log = new StreamReader(await cluster.Client.CoreV1.ReadNamespacedPodLogAsync(publisher.Metadata.Name, cluster.Namespace, timestamps: true, cancellationToken: cancel));
        var lines = (await log.ReadToEndAsync(cancel)).Split('\n');
        if (TimeOf(lines, RunOpened) is { } opened && TimeOf(lines, Listed) is { } listed && TimeOf(lines, RunEnded) is { } ended)
        {
            cluster.Steps.Note($"{title}: pods start", opened - created);
            cluster.Steps.Note($"{title}: listing", listed - opened);
            cluster.Steps.Note($"{title}: work", ended - listed);
            cluster.Steps.Note($"{title}: end", completed - ended);
        }
    }

    private static DateTime? TimeOf(string[] lines, int eventId) =>
        lines.FirstOrDefault(l => l.Contains($"\"EventId\":{eventId},", StringComparison.Ordinal)) is { } line
            ? DateTime.Parse(line[..line.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)
            : null;
}
