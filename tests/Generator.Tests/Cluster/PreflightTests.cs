using k8s.Models;
using PlanetGraph.Generator.Cluster.Preflight;
using PlanetGraph.Generator.Tests.Charts;
using PlanetGraph.Generator.Tests.Commands;

namespace PlanetGraph.Generator.Tests.Cluster;

public sealed class PreflightTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("preflight").FullName;

    [Theory]
    [InlineData("v1.16.8", Outcome.Ok)]
    [InlineData("v1.16.8-aliyun.1", Outcome.Ok)]
    [InlineData("v1.36.0+k3s1", Outcome.Ok)]
    [InlineData("v1.16.7", Outcome.Failed)]
    [InlineData("v1.9.11", Outcome.Failed)]
    public void Version_AgainstTheOldestSupported_IsJudged(string version, Outcome expected) =>
        Assert.Equal(expected, ClusterCheck.Version(version).Outcome);

    [Fact]
    public void Data_AllThreeFiles_AreLocatedInTheFormerWords()
    {
        Write("data_stable.bin");
        Write("planetgraph.lic");
        Write("application.properties");

        Assert.All(DataFolderCheck.Examine(_folder), f => Assert.StartsWith($"Located {_folder}", f.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void Data_EmptyBin_IsRefused()
    {
        File.WriteAllBytes(Path.Combine(_folder, "data_stable.bin"), []);

        Assert.Contains(DataFolderCheck.Examine(_folder), f => f is { Check: "data_stable.bin", Outcome: Outcome.Failed });
    }

    [Fact]
    public void Data_NoFolder_SaysWhichAndWhatToDo()
    {
        var finding = Assert.Single(DataFolderCheck.Examine(Path.Combine(_folder, "none")));

        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Contains("--data", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_EnvironmentThatInsists_FailsOnEachMissingFile()
    {
        Write("data_stable.bin");

        var findings = DataFolderCheck.Examine(_folder, strict: true, bundled: false).ToList();

        Assert.Equal(["planetgraph.lic", "application.properties"], findings.Where(f => f.Outcome == Outcome.Failed).Select(f => f.Check));
        Assert.All(findings.Skip(1), f => Assert.Contains("data.strict=false", f.Fix, StringComparison.Ordinal));
    }

    [Fact]
    public void Data_NoBinAndNoneInTheImage_Fails() =>
        Assert.Equal(Outcome.Failed, DataFolderCheck.Examine(_folder, strict: false, bundled: false).First().Outcome);

    [Fact]
    public void Room_PodBiggerThanAnyNode_NamesItsRequestAndWhatIsFree()
    {
        var finding = RoomCheck.Examine([Sized("node-1", "2", "8Gi"), Sized("node-2", "4", "8Gi")], [Running("node-2", "1")], [new("pg-service", 3, 5, 1 << 30)]);

        Assert.Equal(Outcome.Failed, finding.Outcome);
        Assert.Equal("pg-service: 0 of 3 pods fit. Each asks for cpu 5, memory 1024Mi; the node with most has cpu 3, memory 8192Mi free.", finding.Detail);
    }

    [Fact]
    public void Room_PodsThatFitOnlyTogetherOnAllNodes_AreLaidOnAll()
    {
        V1Node[] nodes = [Sized("node-1", "2", "8Gi"), Sized("node-2", "4", "8Gi")];

        Assert.Equal(Outcome.Ok, RoomCheck.Examine(nodes, [], [new("pg-service", 3, 2, 1 << 30)]).Outcome);
        Assert.StartsWith("pg-service: 3 of 4 pods fit.", RoomCheck.Examine(nodes, [], [new("pg-service", 4, 2, 1 << 30)]).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Room_NodeThatIsCordoned_HasNone()
    {
        var node = Sized("node-1", "8", "8Gi");
        node.Spec = new() { Unschedulable = true };

        Assert.Equal(Outcome.Failed, RoomCheck.Examine([node], [], [new("pg-service", 1, 1, 0)]).Outcome);
    }

    [Fact]
    public void PullSecrets_Missing_GivesTheCommandThatMakesThem() =>
        Assert.Contains("kubectl create secret docker-registry myregistrykey -n ns", ClusterCheck.PullSecrets(["myregistrykey"], [], "ns").Fix, StringComparison.Ordinal);

    [Fact]
    public async Task Preflight_OfOnsite_LooksForItsOwnFiguresAndFails()
    {
        var result = await GeneratorProcess.RunAsync([
            "preflight", "--env", "onsite", "--local", "--data", _folder, "--source", Path.Combine(Repository.Root, "generator"), "--out", Path.Combine(Repository.Root, "charts")]);

        Assert.Equal(1, result.Code);
        Assert.Contains("data.strict asks for it", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_OnOneNodeOnly_NamesTheOtherNode()
    {
        var finding = ClusterCheck.Images(
            [Node("node-1", ready: true, "docker.io/library/nginx:1.27"), Node("node-2", ready: true)],
            ["nginx:1.27"]);

        Assert.Equal("not there: nginx:1.27 on node-2", finding.Detail);
    }

    [Fact]
    public void Nodes_NoneReady_Fails() => Assert.Equal(Outcome.Failed, ClusterCheck.Nodes([Node("node-1", ready: false)]).Outcome);

    [Fact]
    public void Ports_TakenByAnotherRelease_NamesIt_AndNotOnesOwn()
    {
        var services = new[] { Service("ns", "mine", "pg", 30000), Service("other", "grafana", "g", 31000) };

        var finding = ClusterCheck.Ports(services, new([], [30000, 31000], null, "pg"), "ns");

        Assert.Equal("taken: 31000 by other/grafana", finding.Detail);
    }

    [Fact]
    public void StorageClass_Missing_ListsThoseThatExist() =>
        Assert.Contains("local-path", ClusterCheck.StorageClass("fast", ["local-path"]).Detail, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static V1Node Sized(string name, string cpu, string memory)
    {
        var node = Node(name, ready: true);
        node.Status.Allocatable = new Dictionary<string, ResourceQuantity> { ["cpu"] = new(cpu), ["memory"] = new(memory) };
        return node;
    }

    private static V1Pod Running(string node, string cpu) => new()
    {
        Metadata = new() { Name = "other" },
        Spec = new() { NodeName = node, Containers = [new() { Resources = new() { Requests = new Dictionary<string, ResourceQuantity> { ["cpu"] = new(cpu) } } }] },
        Status = new() { Phase = "Running" },
    };

    private static V1Node Node(string name, bool ready, params string[] images) => new()
    {
        Metadata = new() { Name = name },
        Status = new()
        {
            Conditions = [new() { Type = "Ready", Status = ready ? "True" : "False" }],
            Images = [.. images.Select(i => new V1ContainerImage { Names = [i] })],
        },
    };

    private static V1Service Service(string space, string name, string release, int port) => new()
    {
        Metadata = new() { Name = name, NamespaceProperty = space, Labels = new Dictionary<string, string> { ["app.kubernetes.io/instance"] = release } },
        Spec = new() { Ports = [new() { NodePort = port }] },
    };

    private void Write(string name) => File.WriteAllText(Path.Combine(_folder, name), "x");
}
