using k8s.Models;
using PlanetGraph.Generator.Cluster.Status;

namespace PlanetGraph.Generator.Tests.Cluster;

public sealed class PodDiagnosisTests
{
    [Fact]
    public void Examine_ImageThatCannotBePulled_NamesContainerAndSaysHowToLoadIt()
    {
        var trouble = PodDiagnosis.Examine(Pod("Pending", Waiting("service", "ImagePullBackOff", "Back-off pulling image \"x:1\"")), ["Failed: no such image"]);

        Assert.NotNull(trouble);
        Assert.Contains("Container service waits: ImagePullBackOff", trouble.Why, StringComparison.Ordinal);
        Assert.Contains("x:1", trouble.Why, StringComparison.Ordinal);
        Assert.Contains("make images-load", trouble.WhatToDo, StringComparison.Ordinal);
        Assert.Equal(["Failed: no such image"], trouble.Events);
    }

    [Fact]
    public void Examine_CrashLoop_ShowsTheSentenceThatTheLastLifeLeft()
    {
        var container = Waiting("service", "CrashLoopBackOff", "back-off 10s");
        container.LastState = new() { Terminated = new() { ExitCode = 2, Reason = "Error", Message = "data_stable.bin is truncated." } };

        var trouble = PodDiagnosis.Examine(Pod("Running", container), []);

        Assert.Equal("Container service waits: CrashLoopBackOff after exit code 2: data_stable.bin is truncated.", trouble!.Why);
    }

    [Fact]
    public void Examine_KilledForMemory_SaysWhichLimitToRaise()
    {
        var container = Waiting("service", "CrashLoopBackOff", null);
        container.LastState = new() { Terminated = new() { ExitCode = 137, Reason = "OOMKilled" } };

        Assert.Contains("limits.memory", PodDiagnosis.Examine(Pod("Running", container), [])!.WhatToDo, StringComparison.Ordinal);
    }

    [Fact]
    public void Examine_NoNodeFits_GivesTheSchedulersReason()
    {
        var pod = Pod("Pending");
        pod.Status.Conditions = [new() { Type = "PodScheduled", Status = "False", Reason = "Unschedulable", Message = "0/2 nodes are available: 2 Insufficient memory." }];

        Assert.Equal("The pod has no node: 0/2 nodes are available: 2 Insufficient memory.", PodDiagnosis.Examine(pod, [])!.Why);
    }

    [Theory]
    [InlineData("0/2 nodes are available: 2 Insufficient cpu.", "cpu 5, memory 2Gi")]
    [InlineData("0/2 nodes are available: 2 pod has unbound immediate PersistentVolumeClaims.", "kubectl describe pvc")]
    [InlineData("0/2 nodes are available: 2 node(s) had volume node affinity conflict.", "volume.nodes")]
    public void Examine_NoNodeFits_SaysWhichValueOrObjectToLookAt(string message, string advice)
    {
        var pod = Pod("Pending");
        pod.Status.Conditions = [new() { Type = "PodScheduled", Status = "False", Reason = "Unschedulable", Message = message }];
        pod.Spec.Containers = [new() { Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("5"), ["memory"] = new("2Gi") } } }];

        var trouble = PodDiagnosis.Examine(pod, [$"FailedScheduling: {message}", $"FailedScheduling: {message}"]);

        Assert.Contains(advice, trouble!.WhatToDo, StringComparison.Ordinal);
        Assert.Empty(trouble.Events);
    }

    [Fact]
    public void Examine_InitStepThatWaits_SaysWhereItTellsForWhat()
    {
        var pod = Pod("Pending", Waiting("worker", "PodInitializing", null));
        pod.Status.InitContainerStatuses = [new() { Name = "reach", State = new() { Running = new() } }];

        var trouble = PodDiagnosis.Examine(pod, []);

        Assert.Equal("Init step reach is running.", trouble!.Why);
        Assert.Contains("kubectl logs -n planet-graph-ns pg-service-1 -c reach", trouble.WhatToDo, StringComparison.Ordinal);
    }

    [Fact]
    public void Examine_RunsButNotReady_SaysSo() =>
        Assert.Contains("readiness", PodDiagnosis.Examine(Pod("Running", new V1ContainerStatus { Name = "service", Ready = false, State = new() { Running = new() } }), [])!.Why, StringComparison.Ordinal);

    [Theory]
    [InlineData("Succeeded")]
    [InlineData("Running")]
    public void Examine_WellOrEndedWell_IsNoTrouble(string phase) =>
        Assert.Null(PodDiagnosis.Examine(Pod(phase, new V1ContainerStatus { Name = "service", Ready = true, State = new() { Running = new() } }), []));

    private static V1ContainerStatus Waiting(string name, string reason, string? message) =>
        new() { Name = name, Ready = false, State = new() { Waiting = new() { Reason = reason, Message = message } } };

    private static V1Pod Pod(string phase, params V1ContainerStatus[] containers) => new()
    {
        Metadata = new() { Name = "pg-service-1", NamespaceProperty = "planet-graph-ns" },
        Spec = new() { NodeName = "node-1", Containers = [] },
        Status = new() { Phase = phase, ContainerStatuses = containers },
    };
}
