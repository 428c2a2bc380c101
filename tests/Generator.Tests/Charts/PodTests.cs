using System.Text.Json.Nodes;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>What every pod of both charts keeps: images, security, resources, probes, room for the customer's own settings.</summary>
public sealed class PodTests
{
    private static readonly string[] Everything =
    [
        "storage.type=fileserver", "ledger.type=own",
    ];

    public static TheoryData<string> Charts => [TestHelm.Main, TestHelm.Batch];

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Images_All_ComeFromTheRegistryGiven(string chart)
    {
        var objects = await RenderAsync(chart, "1.29.0", "global.imageRegistry=registry.example:5000");

        Assert.All(Containers(objects), container => Assert.StartsWith("registry.example:5000/", (string?)container["image"], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Images_All_ArePinned(string chart)
    {
        var objects = await RenderAsync(chart);

        Assert.All(Containers(objects), container => Assert.Matches(@"^[^:]+:[0-9][\w.-]*$", (string?)container["image"]));
    }

    [Fact]
    public async Task Image_Digest_WinsOverTheTag()
    {
        var digest = "sha256:" + new string('a', 64);
        var objects = await RenderAsync(TestHelm.Main, "1.29.0", $"service.image.digest={digest}");

        Assert.Equal($"planet-graph/service@{digest}", (string?)objects.One("Deployment", "service").At("spec.template.spec.containers.0.image"));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task PullSecrets_NamesAndObjects_AreOnEveryPod(string chart)
    {
        var objects = await RenderAsync(chart, "1.29.0", "imagePullSecrets={mine}", "global.imagePullSecrets[0].name=parents");

        Assert.All(objects.PodMakers(), item => Assert.Equal(
            ["mine", "parents"], ((JsonArray)item.PodSpec!["imagePullSecrets"]!).Select(secret => (string)secret!["name"]!)));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Containers_All_RunWithoutPrivileges(string chart)
    {
        var objects = await RenderAsync(chart);

        foreach (var container in Containers(objects).Where(container => (string?)container["name"] is not ("own-data" or "own-result")))
        {
            var context = container["securityContext"]!;
            Assert.True((bool)context["runAsNonRoot"]!, $"{container["name"]}");
            Assert.True((bool)context["readOnlyRootFilesystem"]!, $"{container["name"]}");
            Assert.False((bool)context["allowPrivilegeEscalation"]!, $"{container["name"]}");
            Assert.Equal("ALL", (string?)context.At("capabilities.drop.0"));
            Assert.Null(context.At("capabilities.add"));
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Containers_WithoutFixPermissions_NeverRunAsRoot(string chart)
    {
        string[] sets = chart == TestHelm.Main ? ["mysql.persistence.fixPermissions=false"] : ["mysql.persistence.fixPermissions=false", "storage.fixPermissions=false"];
        var objects = await RenderAsync(chart, "1.29.0", sets);

        Assert.All(Containers(objects), container => Assert.True((bool)container["securityContext"]!["runAsNonRoot"]!, $"{container["name"]}"));
    }

    [Theory]
    [InlineData("1.18.0", false, false)]
    [InlineData("1.19.0", true, false)]
    [InlineData("1.20.0", true, true)]
    public async Task PodSecurity_NewerFields_AppearWithTheirKubernetes(string kubernetes, bool seccomp, bool changePolicy)
    {
        foreach (var chart in new[] { TestHelm.Main, TestHelm.Batch })
        {
            var objects = await RenderAsync(chart, kubernetes);
            Assert.All(objects.PodMakers(), item => Assert.Equal(seccomp, item.PodSpec!.At("securityContext.seccompProfile.type") is not null));
            Assert.All(objects.PodMakers().Where(item => item.PodSpec!.At("securityContext.fsGroup") is not null),
                item => Assert.Equal(changePolicy, item.PodSpec!.At("securityContext.fsGroupChangePolicy") is not null));
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Tokens_OnlyThePublisherHasOne(string chart)
    {
        var objects = await RenderAsync(chart);

        Assert.All(objects.PodMakers(), item => Assert.Equal(item.Component() == "publisher", (bool)item.PodSpec!["automountServiceAccountToken"]!));
        Assert.All(objects.PodMakers().Where(item => item.Component() != "test"), item => Assert.Contains(
            objects, account => account.Kind == "ServiceAccount" && account.Name == (string?)item.PodSpec!["serviceAccountName"]));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Resources_StandOnMainAndInitContainers(string chart)
    {
        var objects = await RenderAsync(chart);

        Assert.All(objects.PodMakers().SelectMany(item => item.AllContainers), container =>
        {
            Assert.NotNull(container.At("resources.requests.memory"));
            Assert.NotNull(container.At("resources.limits.memory"));
        });
        Assert.All(objects.PodMakers().SelectMany(item => item.InitContainers), container => Assert.Equal("50m", (string?)container.At("resources.requests.cpu")));
    }

    [Theory]
    [InlineData("1.16.8", false)]
    [InlineData("1.18.0", true)]
    public async Task Probes_AllServers_HaveThreeOrWaitWithLiveness(string kubernetes, bool startup)
    {
        foreach (var chart in new[] { TestHelm.Main, TestHelm.Batch })
        {
            var servers = (await RenderAsync(chart, kubernetes)).PodMakers().Where(item => item.Kind is "Deployment" or "StatefulSet").ToList();
            Assert.NotEmpty(servers);
            foreach (var container in servers.SelectMany(item => item.MainContainers))
            {
                Assert.NotNull(container["readinessProbe"]);
                Assert.NotNull(container["livenessProbe"]);
                Assert.Equal(startup, container["startupProbe"] is not null);
                if (!startup)
                {
                    Assert.True((int)container["livenessProbe"]!["initialDelaySeconds"]! >= 60, $"{container["name"]}");
                }
            }
        }
    }

    [Fact]
    public async Task Probes_OfTheService_UseTheOriginalsPath()
    {
        var container = (await RenderAsync(TestHelm.Main)).One("Deployment", "service").MainContainers.Single();

        Assert.All(new[] { "startupProbe", "readinessProbe", "livenessProbe" },
            probe => Assert.Equal("/planet-graph/v2/query/provinces", (string?)container[probe]!.At("httpGet.path")));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Passwords_None_StandInPlainText(string chart)
    {
        var objects = await RenderAsync(chart);

        Assert.All(Containers(objects).SelectMany(container => (container["env"] as JsonArray ?? []).OfType<JsonObject>()), entry =>
        {
            var secret = ((string)entry["name"]!).Contains("PASS", StringComparison.OrdinalIgnoreCase);
            Assert.True(!secret || entry["valueFrom"]?["secretKeyRef"] is not null, $"{entry["name"]}");
        });
        Assert.All(Containers(objects).SelectMany(container => new[] { "startupProbe", "readinessProbe", "livenessProbe" }.Select(probe => container[probe])),
            probe => Assert.DoesNotContain("pass", probe?.ToJsonString() ?? "", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task Env_OneThatTheChartSets_IsReplacedAndNotDoubled(string chart)
    {
        var (component, name) = chart == TestHelm.Main ? ("service", "SERVER_PORT") : ("worker", "PLANET_GRAPH__RUN__CHUNKBYTES");
        var objects = await RenderAsync(chart, "1.29.0",
            $"{component}.extraEnv[0].name={name}", $"{component}.extraEnv[0].value=mine", $"{component}.extraEnv[1].name=NEW", $"{component}.extraEnv[1].value=new");
        var container = objects.PodMakers().First(item => item.Component() == component).MainContainers.Single();

        Assert.Equal("mine", container.Env(name));
        Assert.Equal("new", container.Env("NEW"));
        Assert.Single((JsonArray)container["env"]!, entry => (string?)entry?["name"] == name);
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task ExtensionPoints_OfEveryComponent_ReachItsPods(string chart)
    {
        var components = Repository.Chart(chart).Components.Select(component => component.Name).ToList();
        var sets = components.SelectMany(name => new[]
        {
            $"{name}.nodeSelector.disk=ssd", $"{name}.tolerations[0].key=t", $"{name}.priorityClassName=high", $"{name}.hostAliases[0].ip=10.0.0.1",
            $"{name}.dnsConfig.searches={{a.example}}", $"{name}.terminationGracePeriodSeconds=77", $"{name}.podAnnotations.mine=yes", $"{name}.podLabels.mine=label",
            $"{name}.extraEnvFrom[0].configMapRef.name=cm", $"{name}.extraVolumes[0].name=extra", $"{name}.extraVolumeMounts[0].name=extra",
            $"{name}.extraVolumeMounts[0].mountPath=/extra", $"{name}.extraInitContainers[0].name=first", $"{name}.sidecars[0].name=side",
            $"{name}.affinity.podAffinity.x=y", $"{name}.topologySpreadConstraints[0].topologyKey=zone",
        });
        var objects = await RenderAsync(chart, "1.29.0", [.. sets, "commonLabels.team=geo", "commonAnnotations.owner=geo"]);
        var pods = objects.PodMakers().Where(item => item.Component() != "test").ToList();

        Assert.Equal(components.Order(), pods.Select(item => item.Component()).Order());
        foreach (var item in pods)
        {
            var spec = item.PodSpec!;
            Assert.Equal("ssd", (string?)spec.At("nodeSelector.disk"));
            Assert.Equal("t", (string?)spec.At("tolerations.0.key"));
            Assert.Equal("high", (string?)spec["priorityClassName"]);
            Assert.Equal("10.0.0.1", (string?)spec.At("hostAliases.0.ip"));
            Assert.Equal("a.example", (string?)spec.At("dnsConfig.searches.0"));
            Assert.Equal(77, (int)spec["terminationGracePeriodSeconds"]!);
            Assert.Equal("y", (string?)spec.At("affinity.podAffinity.x"));
            Assert.Equal("zone", (string?)spec.At("topologySpreadConstraints.0.topologyKey"));
            Assert.Equal("label", (string?)item.PodLabels!["mine"]);
            Assert.Equal("yes", (string?)item.At("spec.template.metadata.annotations.mine"));
            Assert.Contains(item.MainContainers, container => (string?)container["name"] == "side");
            Assert.Equal("first", (string?)item.InitContainers.Last()["name"]);
            var main = item.MainContainers.First();
            Assert.Equal("cm", (string?)main.At("envFrom.0.configMapRef.name"));
            Assert.Contains((JsonArray)main["volumeMounts"]!, mount => (string?)mount?["mountPath"] == "/extra");
            Assert.Contains((JsonArray)spec["volumes"]!, volume => (string?)volume?["name"] == "extra");
        }

        Assert.All(objects.Where(item => item.Component() != "test"), item =>
        {
            Assert.Equal("geo", (string?)item.At("metadata.labels.team"));
            Assert.Equal("geo", (string?)item.At("metadata.annotations.owner"));
        });
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task ExtraObjects_Templates_AreEvaluated(string chart)
    {
        var objects = await RenderAsync(chart, "1.29.0", "extraObjects[0].apiVersion=v1", "extraObjects[0].kind=ConfigMap", "extraObjects[0].metadata.name=of-{{ .Release.Name }}");

        Assert.Contains(objects, item => item.Name == $"of-{TestHelm.Release(chart)}");
    }

    private static Task<IReadOnlyList<RenderedObject>> RenderAsync(string chart, string kubernetes = "1.29.0", params string[] sets)
        => TestHelm.RenderAsync(chart, null, kubernetes, TestHelm.Lab, [.. chart == TestHelm.Batch ? Everything : [], .. sets]);

    private static IEnumerable<JsonObject> Containers(IEnumerable<RenderedObject> objects) => objects.SelectMany(item => item.AllContainers);
}
