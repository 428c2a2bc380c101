using System.Globalization;
using k8s.Models;

namespace PlanetGraph.Generator.Cluster.Preflight;

/// <summary>Whether the nodes have room for what pods request, counted as the scheduler counts it.</summary>
public static class RoomCheck
{
    private const decimal Mebibyte = 1024 * 1024;

    /// <summary>Lays the pods on the nodes, the biggest first, each where most is free.</summary>
    /// <param name="nodes">Nodes of the cluster.</param>
    /// <param name="pods">Pods that are there; ended ones take no room.</param>
    /// <param name="workloads">What is to be added.</param>
    public static Finding Examine(IEnumerable<V1Node> nodes, IEnumerable<V1Pod> pods, IReadOnlyList<WorkloadNeed> workloads)
    {
        var taken = pods.Where(pod => pod.Status?.Phase is not ("Succeeded" or "Failed")).ToLookup(pod => pod.Spec?.NodeName);
        var free = (from node in nodes
                    where node.Spec?.Unschedulable != true
                    select new Room(
                        Allocatable(node, "cpu") - taken[node.Metadata.Name].Sum(pod => Requested(pod, "cpu")),
                        Allocatable(node, "memory") - taken[node.Metadata.Name].Sum(pod => Requested(pod, "memory")))).ToList();
        var roomiest = free.MaxBy(room => room.Cpu) ?? new(0, 0);
        foreach (var workload in workloads.OrderByDescending(workload => workload.Cpu))
        {
            for (var pod = 0; pod < workload.Pods; pod++)
            {
                var place = free.FindIndex(room => room == free.Where(r => r.Cpu >= workload.Cpu && r.Memory >= workload.Memory).MaxBy(r => r.Cpu));
                if (place < 0)
                {
                    return new(
                        "room", Outcome.Failed,
                        $"{workload.Name}: {pod} of {workload.Pods} pods fit. Each asks for {Text(workload.Cpu, workload.Memory)}; the node with most has {Text(roomiest.Cpu, roomiest.Memory)} free.",
                        "Lower that component's resources.requests or its replicas in the values, or free the nodes.");
                }

                free[place] = new(free[place].Cpu - workload.Cpu, free[place].Memory - workload.Memory);
            }
        }

        return new("room", Outcome.Ok, $"{workloads.Sum(workload => workload.Pods)} pods fit, which ask for {Text(workloads.Sum(w => w.Pods * w.Cpu), workloads.Sum(w => w.Pods * w.Memory))} together");
    }

    private static decimal Allocatable(V1Node node, string resource) =>
        node.Status?.Allocatable is { } all && all.TryGetValue(resource, out var amount) ? amount.ToDecimal() : 0;

    private static decimal Requested(V1Pod pod, string resource) => (pod.Spec?.Containers ?? [])
        .Sum(container => container.Resources?.Requests is { } requests && requests.TryGetValue(resource, out var amount) ? amount.ToDecimal() : 0);

    private static string Text(decimal cpu, decimal memory) => string.Create(CultureInfo.InvariantCulture, $"cpu {cpu:0.##}, memory {memory / Mebibyte:0}Mi");

    private sealed record Room(decimal Cpu, decimal Memory);
}
