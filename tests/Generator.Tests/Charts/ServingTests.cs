using System.Text.Json.Nodes;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>What both charts keep around their pods: rolling when what they read changed, named ports, who may come in.</summary>
public sealed class ServingTests
{
    private static readonly string[] Everything = ["storage.type=fileserver", "ledger.type=own"];

    public static TheoryData<string> Charts => [TestHelm.Main, TestHelm.Batch];

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Pods_ThatReadAConfigMapOrSecret_CarryItsChecksum(string chart)
    {
        var objects = await RenderAsync(chart);
        var servers = objects.Where(item => item.Kind is "Deployment" or "StatefulSet").ToList();

        Assert.NotEmpty(servers);
        Assert.All(servers, item =>
        {
            var text = item.PodSpec!.ToJsonString();
            var annotations = item.At("spec.template.metadata.annotations") as JsonObject;
            Assert.True(!text.Contains("\"configMap\":", StringComparison.Ordinal) || annotations?["checksum/config"] is not null, $"{item} reads a ConfigMap");
            Assert.True(!text.Contains("\"secretName\":", StringComparison.Ordinal) || annotations?["checksum/secret"] is not null, $"{item} mounts a Secret");
            Assert.True(!text.Contains("\"secretKeyRef\":", StringComparison.Ordinal) || annotations?["checksum/secret"] is not null, $"{item} takes a variable from a Secret");
        });
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Services_All_NameTheirPorts(string chart)
    {
        var ports = (await RenderAsync(chart)).Where(item => item.Kind == "Service").SelectMany(item => (JsonArray)item.At("spec.ports")!).ToList();

        Assert.NotEmpty(ports);
        Assert.All(ports, port => Assert.False(string.IsNullOrEmpty((string?)port!["name"])));
        Assert.All(ports, port => Assert.NotNull(port!["targetPort"]));
    }

    [Theory]
    [InlineData(TestHelm.Main, "endpoint.externalTrafficPolicy=Local", "service")]
    [InlineData(TestHelm.Main, "fileserver.service.externalTrafficPolicy=Local", "fileserver")]
    [InlineData(TestHelm.Batch, "fileserver.service.externalTrafficPolicy=Local", "fileserver")]
    public async Task ExternalTrafficPolicy_Given_IsOnTheOutwardService(string chart, string set, string component)
    {
        var services = (await RenderAsync(chart, set)).Where(item => item.Kind == "Service" && item.Component() == component).ToList();

        Assert.Equal("Local", (string?)Assert.Single(services, item => (string?)item.At("spec.type") == "NodePort").At("spec.externalTrafficPolicy"));
    }

    [Fact]
    public async Task NetworkPolicies_OfABatch_LetOnlyItsOwnPodsToBrokerAndLedger()
    {
        var objects = await RenderAsync(TestHelm.Batch, "mysql.service.type=ClusterIP");
        var policies = objects.Where(item => item.Kind == "NetworkPolicy").ToDictionary(item => item.Component()!);

        Assert.Equal(objects.PodMakers().Select(item => item.Component()!).Where(name => name != "test").Order(), policies.Keys.Order());
        foreach (var component in new[] { "rabbitmq", "mysql" })
        {
            var sources = ((JsonArray)policies[component].At("spec.ingress")!).SelectMany(rule => (JsonArray)rule!["from"]!).ToList();
            Assert.NotEmpty(sources);
            Assert.All(sources, source => Assert.NotNull(source!.At("podSelector.matchLabels")));
        }

        Assert.All(policies.Values, policy => Assert.Contains("Ingress", ((JsonArray)policy.At("spec.policyTypes")!).Select(type => (string?)type)));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task NetworkPolicies_SwitchedOff_AreGone(string chart)
        => Assert.DoesNotContain(await RenderAsync(chart, "networkPolicy.enabled=false"), item => item.Kind == "NetworkPolicy");

    private static Task<IReadOnlyList<RenderedObject>> RenderAsync(string chart, params string[] sets)
        => TestHelm.RenderAsync(chart, null, "1.29.0", TestHelm.Lab, [.. chart == TestHelm.Batch ? Everything : [], .. sets]);
}
