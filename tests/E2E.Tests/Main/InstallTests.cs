using System.Text;
using k8s;
using MySqlConnector;
using PlanetGraph.E2E.Tests.Lab;

namespace PlanetGraph.E2E.Tests.Main;

/// <summary>The main release as a new user installs it.</summary>
public sealed class InstallTests(ClusterSession cluster)
{
    /// <summary>Request and answer of the original's own document, byte for byte.</summary>
    private const string Answer = """{"addrs":[{"segments":["北京市","北京市"],"province":"北京市","city":"北京市","region":null,"town":null,"village":null,"houseNumber":-1,"company":null,"road":null,"residential":null,"office":null,"mall":null,"businessCircle":null,"level":"市"}]}""";

    private readonly MainRelease _release = new(cluster);

    [Fact]
    public async Task Install_AsWritten_AnswersBeijingThroughTheNodePort()
    {
        await cluster.TryHelmAsync("uninstall", MainRelease.Name, "--wait");
        await Command.RunAsync("make", ["-s", "chart"], cluster.Repo);
        await cluster.Steps.TimeAsync("install to all ready", async () =>
        {
            await cluster.HelmAsync("install", "pg", "./charts/planet-graph");
            await _release.ReadyAsync(TimeSpan.FromMinutes(5));
        });

        using var http = new HttpClient();
        // The doubled slash is the original document's.
        using var response = await http.PostAsync($"{_release.Service}/planet-graph/v2/address/standardize", new StringContent("""{"addrs":["北京"]}""", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(Answer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, (await _release.ServicePodsAsync()).Count);
        Assert.Equal(Math.Min(2, cluster.Nodes.Count), (await NodesAsync("service")).Distinct().Count());
        Assert.Equal(Math.Min(2, cluster.Nodes.Count), (await NodesAsync("fileserver")).Distinct().Count());
    }

    [Fact]
    public async Task HelmTest_OnAReadyRelease_Passes()
    {
        await _release.EnsureAsync();

        var output = await cluster.HelmAsync("test", MainRelease.Name);

        Assert.Contains("Succeeded", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileServer_OnItsNodePort_ListsAsJsonAndRefusesWrites()
    {
        await _release.EnsureAsync();
        using var http = new HttpClient { BaseAddress = cluster.At(31000) };

        var listing = await http.GetStringAsync("/", TestContext.Current.CancellationToken);
        using var write = await http.PutAsync("/intruder.txt", new StringContent("x"), TestContext.Current.CancellationToken);

        Assert.StartsWith("[", listing, StringComparison.Ordinal);
        Assert.False(write.IsSuccessStatusCode, "Anybody may write to the file server.");
    }

    [Fact]
    public async Task MySql_OnItsNodePort_TakesTheGeneratedPasswordAndRefusesRoot()
    {
        await _release.EnsureAsync();
        var secrets = await cluster.Client.CoreV1.ListNamespacedSecretAsync(cluster.Namespace, labelSelector: $"app.kubernetes.io/instance={MainRelease.Name},app.kubernetes.io/component=mysql", cancellationToken: TestContext.Current.CancellationToken);
        var passwords = secrets.Items.Single(s => s.Data.ContainsKey("mysql-password")).Data;

        await using var user = Connection("planetgraph", passwords["mysql-password"]);
        await user.OpenAsync(TestContext.Current.CancellationToken);
        await using var root = Connection("root", passwords["mysql-root-password"]);
        var refusal = await Assert.ThrowsAsync<MySqlException>(() => root.OpenAsync(TestContext.Current.CancellationToken));

        Assert.Equal("planet_graph", user.Database);
        Assert.Equal(MySqlErrorCode.AccessDenied, refusal.ErrorCode);
    }

    [Fact]
    public async Task Drain_OfANodeUnderLoad_LosesNoRequest()
    {
        Assert.SkipWhen(cluster.Nodes.Count < 2, "the cluster has one node");
        await _release.EnsureAsync();
        var node = cluster.Nodes[^1];
        await using var load = new AddressLoad(_release.Service);
        try
        {
            await cluster.Steps.TimeAsync("drain of a node to all ready elsewhere", async () =>
            {
                await cluster.SetUnschedulableAsync(node, true);
                await cluster.EvictAsync(node, MainRelease.ServicePods);
                await Deadline.UntilAsync("three pods on the other nodes", TimeSpan.FromMinutes(3), async _ =>
                    await _release.ServicePodsAsync() is { Count: 3 } pods && pods.All(p => p.Spec.NodeName != node));
            });
        }
        finally
        {
            await cluster.SetUnschedulableAsync(node, false);
        }

        await load.AssertNoneFailedAsync();
    }

    private MySqlConnection Connection(string user, byte[] password) =>
        new($"Server={cluster.NodeAddress};Port=32000;User ID={user};Password={Encoding.UTF8.GetString(password)};Database=planet_graph;SslMode=None;AllowPublicKeyRetrieval=true");

    private async Task<IReadOnlyList<string>> NodesAsync(string component)
    {
        var pods = await cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, labelSelector: $"app.kubernetes.io/instance={MainRelease.Name},app.kubernetes.io/component={component}", cancellationToken: TestContext.Current.CancellationToken);
        return [.. pods.Items.Where(p => p.Metadata.DeletionTimestamp is null).Select(p => p.Spec.NodeName)];
    }
}
