using System.Globalization;
using System.Net;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Hosting;

namespace PlanetGraph.Publisher.Cluster;

/// <summary>The publisher's hand on its own run in Kubernetes: it touches the objects that its options name, and no other.</summary>
internal sealed class KubernetesRun(IKubernetes client, IOptions<CleanupOptions> options, IOptions<RunOptions> run, ILogger<KubernetesRun> log) : IRunCluster
{
    private readonly CleanupOptions _options = options.Value;

    public async Task RecordAsync(ClusterRecord record, CancellationToken cancellationToken)
    {
        if (_options.Record.Length == 0)
        {
            return;
        }

        var data = new Dictionary<string, string>
        {
            ["state"] = record.State,
            ["attempt"] = run.Value.Attempt.ToString(CultureInfo.InvariantCulture),
            ["files"] = record.Files.ToString(CultureInfo.InvariantCulture),
            ["rows"] = record.Rows.ToString(CultureInfo.InvariantCulture),
            ["errors"] = record.Errors.ToString(CultureInfo.InvariantCulture),
            ["finished"] = record.Finished?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        };
        var patch = new V1Patch(JsonSerializer.Serialize(new Dictionary<string, object> { ["data"] = data }), V1Patch.PatchType.MergePatch);
        await client.CoreV1.PatchNamespacedConfigMapAsync(patch, _options.Record, _options.Namespace, cancellationToken: cancellationToken);
        log.RecordWritten(_options.Record, record.State);
    }

    public async Task OwnAsync(CancellationToken cancellationToken)
    {
        if (_options.Job.Length == 0)
        {
            return;
        }

        V1Job job;
        try
        {
            job = await client.BatchV1.ReadNamespacedJobAsync(_options.Job, _options.Namespace, cancellationToken: cancellationToken);
        }
        catch (HttpOperationException e) when (e.Response.StatusCode == HttpStatusCode.NotFound)
        {
            log.JobGone(_options.Job);
            return;
        }

        // Strategic merge joins the list of owners by uid, so the same patch twice leaves one owner.
        var owner = new V1OwnerReference { ApiVersion = "batch/v1", Kind = "Job", Name = job.Name(), Uid = job.Uid(), BlockOwnerDeletion = false };
        var patch = new V1Patch("{\"metadata\":{\"ownerReferences\":[" + KubernetesJson.Serialize(owner) + "]}}", V1Patch.PatchType.StrategicMergePatch);
        foreach (var item in OwnedObject.Parse(_options.Objects, out _)!)
        {
            try
            {
                await item.PatchAsync(client, patch, _options.Namespace, cancellationToken);
                log.ObjectOwned(item, _options.Job);
            }
            catch (HttpOperationException e) when (e.Response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
            {
                log.ObjectNotOwned(item, e.Response.StatusCode);
            }
        }
    }

    public async Task FailJobAsync(CancellationToken cancellationToken)
    {
        if (_options.Job.Length == 0)
        {
            return;
        }

        try
        {
            var patch = new V1Patch("""{"spec":{"backoffLimit":0}}""", V1Patch.PatchType.MergePatch);
            await client.BatchV1.PatchNamespacedJobAsync(patch, _options.Job, _options.Namespace, cancellationToken: cancellationToken);
            log.JobTriesNoMore(_options.Job);
        }
        catch (HttpOperationException e) when (e.Response.StatusCode == HttpStatusCode.NotFound)
        {
            log.JobGone(_options.Job);
        }
    }

    public async Task DeleteJobAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.BatchV1.DeleteNamespacedJobAsync(_options.Job, _options.Namespace, propagationPolicy: "Foreground", cancellationToken: cancellationToken);
            log.JobDeleted(_options.Job);
        }
        catch (HttpOperationException e) when (e.Response.StatusCode == HttpStatusCode.NotFound)
        {
            log.JobGone(_options.Job);
        }
    }
}
