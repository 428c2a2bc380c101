using System.Text.Json.Nodes;
using k8s.Models;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Cluster.Preflight;

/// <summary>Reads from rendered objects what an install of them must find.</summary>
/// <param name="Cluster">On the cluster.</param>
/// <param name="Strict">All three files of the data folder must be there.</param>
/// <param name="Bundled">Without a bin in the data folder the service starts with that of its image.</param>
internal sealed record EnvironmentNeeds(ClusterNeeds Cluster, bool Strict, bool Bundled)
{
    /// <param name="main">Objects of the main chart.</param>
    /// <param name="batch">Objects of the batch chart; only its images count, as its pods come later.</param>
    /// <param name="release">Name that the release will have.</param>
    public static EnvironmentNeeds Of(IReadOnlyList<RenderedObject> main, IReadOnlyList<RenderedObject> batch, string release)
    {
        var containers = main.SelectMany(item => item.AllContainers).ToList();
        return new(
            new(
                [.. main.Concat(batch).SelectMany(item => item.AllContainers).Select(container => (string)container["image"]!).Distinct().Order(StringComparer.Ordinal)],
                [.. main.Where(item => item.Kind == "Service").SelectMany(Ports).Order()],
                null,
                release)
            {
                Workloads = [.. main.Where(item => item.Kind is "Deployment" or "StatefulSet").Select(Workload)],
                PullSecrets = [.. main.SelectMany(item => item.PodSpec?["imagePullSecrets"] as JsonArray ?? []).Select(secret => (string)secret!["name"]!).Distinct()],
            },
            Variable(containers, "DATA_STRICT") == "true",
            Variable(containers, "DATA_BUNDLED") == "true");
    }

    private static IEnumerable<int> Ports(RenderedObject service) =>
        (service.Body["spec"]?["ports"] as JsonArray ?? []).Select(port => port?["nodePort"]).OfType<JsonNode>().Select(port => (int)port);

    private static WorkloadNeed Workload(RenderedObject item) => new(
        item.Name,
        (int?)item.Body["spec"]?["replicas"] ?? 1,
        item.MainContainers.Sum(container => Request(container, "cpu")),
        item.MainContainers.Sum(container => Request(container, "memory")));

    private static decimal Request(JsonObject container, string resource) =>
        container["resources"]?["requests"]?[resource] is { } amount ? new ResourceQuantity(amount.ToString()).ToDecimal() : 0;

    private static string? Variable(IEnumerable<JsonObject> containers, string name) =>
        (string?)containers.SelectMany(container => container["env"] as JsonArray ?? []).FirstOrDefault(variable => (string?)variable!["name"] == name)?["value"];
}
