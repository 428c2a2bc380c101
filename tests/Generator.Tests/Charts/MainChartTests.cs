using System.Text.Json.Nodes;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>The main chart: endpoint, scaling, rollouts, canary, volumes, passwords.</summary>
public sealed class MainChartTests
{
    [Theory]
    [InlineData("service", 8080, 30000)]
    [InlineData("fileserver", 80, 31000)]
    [InlineData("mysql", 3306, 32000)]
    public async Task Ports_ByDefault_AreThoseOfTheFormerDeployment(string component, int port, int nodePort)
    {
        var service = (await RenderAsync()).First(item => item.Kind == "Service" && item.Component() == component && item.At("spec.ports.0.nodePort") is not null);

        Assert.Equal(port, (int)service.At("spec.ports.0.port")!);
        Assert.Equal(nodePort, (int)service.At("spec.ports.0.nodePort")!);
    }

    [Theory]
    [InlineData("endpoint.type=ClusterIP")]
    [InlineData("endpoint.nodePort=")]
    [InlineData("endpoint.type=LoadBalancer")]
    public async Task NodePort_OtherTypeOrEmpty_IsLeftOut(string set)
    {
        var service = (await RenderAsync(set)).Single(item => item.Kind == "Service" && item.Component() == "service");

        Assert.Null(service.At("spec.ports.0.nodePort"));
    }

    [Theory]
    [InlineData("1.18.0", "networking.k8s.io/v1beta1")]
    [InlineData("1.19.0", "networking.k8s.io/v1")]
    public async Task Ingress_OldAndNew_PointsAtTheOneEndpoint(string kubernetes, string apiVersion)
    {
        var objects = await TestHelm.RenderAsync(TestHelm.Main, null, kubernetes, TestHelm.Lab, "endpoint.type=Ingress", "endpoint.host=a.example", "endpoint.ingressClassName=edge");
        var ingress = objects.Single(item => item.Kind == "Ingress");
        var backend = ingress.At("spec.rules.0.http.paths.0.backend")!;

        Assert.Equal(apiVersion, ingress.ApiVersion);
        Assert.Equal("pg-planet-graph-service", (string?)backend.At("service.name") ?? (string?)backend["serviceName"]);
        Assert.Equal("edge", (string?)ingress.At("spec.ingressClassName") ?? (string?)ingress.At("metadata.annotations")?["kubernetes.io/ingress.class"]);
        Assert.Equal("ClusterIP", (string?)objects.Single(item => item.Kind == "Service" && item.Component() == "service").At("spec.type"));
    }

    [Fact]
    public async Task Gateway_Route_PointsAtTheOneEndpoint()
    {
        var route = (await RenderAsync("endpoint.type=Gateway", "endpoint.gateway.name=edge")).Single(item => item.Kind == "HTTPRoute");

        Assert.Equal("edge", (string?)route.At("spec.parentRefs.0.name"));
        Assert.Equal("pg-planet-graph-service", (string?)route.At("spec.rules.0.backendRefs.0.name"));
    }

    [Fact]
    public async Task Scale_SetReplicas_ChangesNothingElse()
    {
        var before = await RenderAsync();
        var after = await RenderAsync("replicas=5");

        var changed = before.Zip(after).Where(pair => !JsonNode.DeepEquals(pair.First.Body, pair.Second.Body)).Select(pair => pair.Second).ToList();

        Assert.Equal(before.Count, after.Count);
        Assert.Equal("Deployment/pg-planet-graph-service", Assert.Single(changed).ToString());
        Assert.Equal(5, (int)changed[0].At("spec.replicas")!);
        Assert.True(JsonNode.DeepEquals(before.One("Deployment", "service").At("spec.template"), changed[0].At("spec.template")), "scaling must not roll the pods");
    }

    [Theory]
    [InlineData("1.20.0", "autoscaling/v2beta2")]
    [InlineData("1.23.0", "autoscaling/v2")]
    public async Task Autoscaler_Enabled_OwnsTheReplicas(string kubernetes, string apiVersion)
    {
        var objects = await TestHelm.RenderAsync(TestHelm.Main, null, kubernetes, TestHelm.Lab, "autoscaling.enabled=true");

        Assert.Equal(apiVersion, objects.Single(item => item.Kind == "HorizontalPodAutoscaler").ApiVersion);
        Assert.Null(objects.One("Deployment", "service").At("spec.replicas"));
    }

    [Fact]
    public async Task Budgets_OnlyWhatHasSeveralPods_HasOne()
    {
        var several = (await RenderAsync()).Where(item => item.Kind == "PodDisruptionBudget").Select(item => item.Component()).ToList();
        var single = (await RenderAsync("replicas=1", "fileserver.replicas=1")).Where(item => item.Kind == "PodDisruptionBudget").ToList();

        Assert.Equal(["fileserver", "service"], several.Order());
        Assert.Empty(single);
    }

    [Fact]
    public async Task Rollout_OfServiceAndFileServer_NeverHasLessThanAllPods()
    {
        var objects = await RenderAsync();
        foreach (var component in new[] { "service", "fileserver" })
        {
            var deployment = objects.One("Deployment", component);
            var preStop = int.Parse((string)deployment.MainContainers.Single().At("lifecycle.preStop.exec.command.1")!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(0, (int)deployment.At("spec.strategy.rollingUpdate.maxUnavailable")!);
            Assert.True(preStop > 0 && preStop < (int)deployment.PodSpec!["terminationGracePeriodSeconds"]!);
        }

        Assert.True((int)objects.One("Deployment", "service").At("spec.minReadySeconds")! > 0);
    }

    [Fact]
    public async Task Data_NewVersion_RollsFileServerAndServiceAlone()
    {
        var changed = Changed(await RenderAsync(), await RenderAsync("data.version=2"));

        Assert.Equal(["Deployment/pg-planet-graph-fileserver", "Deployment/pg-planet-graph-service"], changed.Select(item => item.ToString()).Order());
        Assert.EndsWith("/snapshot/2", changed.Single(item => item.Component() == "service").InitContainers.First().Env("DATA_URL"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data.version=20261126", "20261126")]
    [InlineData("data.version=2026-11", "2026-11")]
    public async Task Data_VersionThatIsANumber_StaysAsWritten(string set, string expected)
    {
        var service = (await RenderAsync(set)).One("Deployment", "service");

        Assert.Equal(expected, service.InitContainers.First().Env("DATA_VERSION"));
    }

    [Fact]
    public async Task Canary_SwitchedOnAndOff_LeavesTheStableTrackUntouched()
    {
        var off = await RenderAsync();
        var on = await RenderAsync("canary.enabled=true", "canary.data.path=2026-12", "canary.image.tag=2.0.0", "canary.replicas=2");
        var added = on.Where(item => off.All(other => other.ToString() != item.ToString())).ToList();

        var canary = Assert.Single(added);
        Assert.Equal("Deployment/pg-planet-graph-service-canary", canary.ToString());
        Assert.Empty(Changed(off, [.. on.Except(added)]));
        Assert.Equal(2, (int)canary.At("spec.replicas")!);
        Assert.Equal("planet-graph/service:2.0.0", (string?)canary.MainContainers.Single()["image"]);
        Assert.EndsWith("/volume/2026-12", canary.InitContainers.First().Env("DATA_URL"), StringComparison.Ordinal);
        var endpoint = (JsonObject)on.Single(item => item.Kind == "Service" && item.Component() == "service").At("spec.selector")!;
        Assert.All(endpoint, label => Assert.Equal((string?)label.Value, (string?)canary.PodLabels![label.Key]));
    }

    [Fact]
    public async Task Original_ImageAlone_IsADropIn()
    {
        var changed = Changed(await RenderAsync(), await RenderAsync("service.image.repository=planet-graph-service-release", "service.image.tag=test01"));

        var service = Assert.Single(changed);
        Assert.Equal("planet-graph-service-release:test01", (string?)service.MainContainers.Single()["image"]);
        Assert.Equal("jdbc:mysql://pg-planet-graph-mysql:3306/planet_graph", service.MainContainers.Single().Env("SPRING_DATASOURCE_URL"));
    }

    [Fact]
    public async Task Volume_OfTheChart_BindsOneToOneAndKeepsItsData()
    {
        var objects = await RenderAsync("volume.nodes={node-1,node-2}");
        var volume = objects.One("PersistentVolume", "volume");
        var claim = objects.One("PersistentVolumeClaim", "volume");

        Assert.Equal(volume.Name, (string?)claim.At("spec.volumeName"));
        Assert.Equal(claim.Name, (string?)volume.At("spec.claimRef.name"));
        Assert.Equal("default", (string?)volume.At("spec.claimRef.namespace"));
        Assert.Equal((string?)volume.At("spec.storageClassName"), (string?)claim.At("spec.storageClassName"));
        Assert.Equal("Retain", (string?)volume.At("spec.persistentVolumeReclaimPolicy"));
        Assert.Equal("/mnt/data/data_bin", (string?)volume.At("spec.hostPath.path"));
        Assert.Equal(2, ((JsonArray)volume.At("spec.nodeAffinity.required.nodeSelectorTerms.0.matchExpressions.0.values")!).Count);
    }

    [Theory]
    [InlineData("volume.keep=true")]
    [InlineData("volume.type=dynamic")]
    public async Task Volume_KeptOrDynamic_OutlivesTheRelease(string set)
    {
        var claim = (await RenderAsync(set)).One("PersistentVolumeClaim", "volume");

        Assert.Equal("keep", (string?)claim.At("metadata.annotations")?["helm.sh/resource-policy"]);
    }

    [Fact]
    public async Task Volume_ExistingClaim_IsUsedAndNothingIsMade()
    {
        var objects = await RenderAsync("volume.type=existingClaim", "volume.existingClaim=mine");

        Assert.DoesNotContain(objects, item => item.Kind.StartsWith("PersistentVolume", StringComparison.Ordinal) && item.Component() == "volume");
        Assert.Contains((JsonArray)objects.One("Deployment", "fileserver").PodSpec!["volumes"]!, volume => (string?)volume!.At("persistentVolumeClaim.claimName") == "mine");
    }

    [Fact]
    public async Task MySql_Data_LiesOnItsClaim()
    {
        var set = (await RenderAsync()).One("StatefulSet", "mysql");
        var mount = ((JsonArray)set.MainContainers.Single()["volumeMounts"]!).Single(mount => (string?)mount!["mountPath"] == "/var/lib/mysql");

        Assert.Equal("data", (string?)mount!["name"]);
        Assert.Contains((JsonArray)set.PodSpec!["volumes"]!, volume => (string?)volume!["name"] == "data" && (string?)volume.At("persistentVolumeClaim.claimName") == "pg-planet-graph-mysql-claim");
    }

    [Fact]
    public async Task Secret_WithoutACluster_IsEmptyAndSaysWhy()
    {
        var secret = (await RenderAsync()).One("Secret", "mysql");

        Assert.Null(secret.At("data"));
        Assert.Contains("mysql.auth.existingSecret", (string?)secret.At("metadata.annotations")?["planet-graph/no-password"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_WithACluster_HasTwoLongPasswords()
    {
        // Helm says that a cluster answers by naming kinds, not only groups.
        var result = await TestHelm.RunAsync(TestHelm.Lab, ["template", "pg", TestHelm.ChartPath(TestHelm.Main), "--api-versions", "v1/Secret"]);
        var data = (JsonObject)RenderedManifest.Parse(result.Output).One("Secret", "mysql").At("data")!;

        Assert.Equal(["mysql-password", "mysql-root-password"], data.Select(entry => entry.Key).Order());
        Assert.All(data, entry => Assert.Equal(24, Convert.FromBase64String((string)entry.Value!).Length));
        Assert.NotEqual((string?)data["mysql-password"], (string?)data["mysql-root-password"]);
    }

    [Fact]
    public async Task Secret_Existing_IsUsedByMySqlAndService()
    {
        var objects = await RenderAsync("mysql.auth.existingSecret=mine", "mysql.auth.passwordKey=pw");

        Assert.DoesNotContain(objects, item => item.Kind == "Secret");
        Assert.Contains("\"secretName\":\"mine\"", objects.One("StatefulSet", "mysql").Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"key\":\"pw\",\"name\":\"mine\"", objects.One("Deployment", "service").Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql.configuration=max_connections = 500", "mysql", "checksum/config")]
    [InlineData("mysql.auth.existingSecret=other", "mysql", "checksum/secret")]
    public async Task Checksum_OfWhatAPodReads_RollsIt(string set, string component, string annotation)
    {
        var before = (await RenderAsync()).One("StatefulSet", component).At("spec.template.metadata.annotations")!;
        var after = (await RenderAsync(set)).One("StatefulSet", component).At("spec.template.metadata.annotations")!;

        var changed = before.AsObject().Where(entry => (string?)entry.Value != (string?)after[entry.Key]).Select(entry => entry.Key);

        Assert.Equal(annotation, Assert.Single(changed));
    }

    [Fact]
    public async Task NetworkPolicies_EveryComponent_LetsInOnlyWhoHasToCome()
    {
        var objects = await RenderAsync("mysql.service.type=ClusterIP");
        var policies = objects.Where(item => item.Kind == "NetworkPolicy").ToDictionary(item => item.Component()!);

        Assert.Equal(["fileserver", "mysql", "service"], policies.Keys.Order());
        Assert.Equal("planet-graph", (string?)policies["mysql"].At("spec.ingress.0.from.0.podSelector.matchLabels")?["app.kubernetes.io/part-of"]);
        Assert.Equal("service", (string?)policies["fileserver"].At("spec.ingress.1.from.0.podSelector.matchLabels")?["app.kubernetes.io/component"]);
        Assert.All(policies.Values, policy => Assert.Equal(53, (int)policy.At("spec.egress.0.ports.0.port")!));
    }

    [Fact]
    public async Task Licence_NeverLeavesTheClusterByTheFileServer()
    {
        var configuration = (string)(await RenderAsync()).One("ConfigMap", "fileserver").At("data")!["nginx.conf"]!;
        var open = configuration[..configuration.IndexOf("listen 8081", StringComparison.Ordinal)];

        Assert.Contains(@"location ~ (\.lic|\.properties)$ { return 404; }", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hooks_None_IsNeededForAnInstall()
    {
        foreach (var chart in new[] { TestHelm.Main, TestHelm.Batch })
        {
            var hooks = (await TestHelm.RenderAsync(chart)).Where(item => item.At("metadata.annotations")?["helm.sh/hook"] is not null).ToList();
            Assert.Equal("test", (string?)Assert.Single(hooks).At("metadata.annotations")!["helm.sh/hook"]);
            Assert.NotNull(hooks[0].At("metadata.annotations")!["helm.sh/hook-delete-policy"]);
        }
    }

    private static Task<IReadOnlyList<RenderedObject>> RenderAsync(params string[] sets) => TestHelm.RenderAsync(TestHelm.Main, null, "1.29.0", TestHelm.Lab, sets);

    private static List<RenderedObject> Changed(IReadOnlyList<RenderedObject> before, IReadOnlyList<RenderedObject> after)
        => [.. after.Where(item => !JsonNode.DeepEquals(before.Single(other => other.ToString() == item.ToString()).Body, item.Body))];
}
