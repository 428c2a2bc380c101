using k8s.Models;
using PlanetGraph.Generator.Cluster.Preflight;

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
