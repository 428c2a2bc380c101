using System.Text.Json.Nodes;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>The batch chart: the Job's shape, the run's identity, who cleans up, what it connects to.</summary>
public sealed class BatchChartTests
{
    [Fact]
    public async Task Job_Always_IsAWorkQueueThatEndsAndVanishes()
    {
        var job = (await RenderAsync()).Single(item => item.Kind == "Job");

        Assert.Null(job.At("spec.completions"));
        Assert.Equal(3, (int)job.At("spec.parallelism")!);
        Assert.Equal(20, (int)job.At("spec.backoffLimit")!);
        Assert.Equal(86400, (int)job.At("spec.activeDeadlineSeconds")!);
        Assert.Equal(260, (int)job.At("spec.ttlSecondsAfterFinished")!);
        Assert.Equal("Never", (string?)job.PodSpec!["restartPolicy"]);
    }

    [Theory]
    [InlineData("1.20.2", "auto", "publisher", false)]
    [InlineData("1.20.2", "ttl", "ttl", true)]
    [InlineData("1.21.0", "auto", "ttl", true)]
    [InlineData("1.21.0", "publisher", "publisher", false)]
    [InlineData("1.36.0", "keep", "keep", false)]
    public async Task TtlMode_OfEveryKubernetes_HasExactlyOneWhoRemovesTheJob(string kubernetes, string mode, string cleanup, bool ttl)
    {
        var objects = await TestHelm.RenderAsync(TestHelm.Batch, null, kubernetes, TestHelm.Lab, $"job.ttlMode={mode}");

        Assert.Equal(ttl, objects.Single(item => item.Kind == "Job").At("spec.ttlSecondsAfterFinished") is not null);
        Assert.Equal(cleanup, objects.One("StatefulSet", "publisher").MainContainers.Single().Env("PLANET_GRAPH__CLEANUP__MODE"));
    }

    [Theory]
    [InlineData("1.25.0", false)]
    [InlineData("1.26.0", true)]
    public async Task FailurePolicy_WhereKnown_IgnoresDrainsAndStopsAtFinalExitCodes(string kubernetes, bool known)
    {
        var job = (await TestHelm.RenderAsync(TestHelm.Batch, null, kubernetes)).Single(item => item.Kind == "Job");

        Assert.Equal(known, job.At("spec.podFailurePolicy") is not null);
        if (known)
        {
            Assert.Equal("Ignore", (string?)job.At("spec.podFailurePolicy.rules.0.action"));
            Assert.Equal([1, 2, 4], ((JsonArray)job.At("spec.podFailurePolicy.rules.1.onExitCodes.values")!).Select(code => (int)code!));
        }
    }

    [Fact]
    public async Task Upgrade_Parallelism_ChangesTheRunningJobAlone()
    {
        var before = await RenderAsync();
        var after = await RenderAsync("parallelism=10");

        var changed = after.Where(item => !JsonNode.DeepEquals(before.Single(other => other.ToString() == item.ToString()).Body, item.Body)).ToList();

        var job = Assert.Single(changed);
        Assert.Equal("Job", job.Kind);
        Assert.True(JsonNode.DeepEquals(before.Single(item => item.Kind == "Job").At("spec.template"), job.At("spec.template")), "a Job's template cannot be changed");
    }

    [Theory]
    [InlineData("outputFormat=csv", true)]
    [InlineData("addressColumn=addr", true)]
    [InlineData("inputDataPath=other", true)]
    [InlineData("runId=mine", true)]
    [InlineData("chunkBytes=1048576", false)]
    [InlineData("worker.image.tag=2.0.0", false)]
    [InlineData("worker.concurrency=8", false)]
    [InlineData("job.ttlSecondsAfterFinished=10", false)]
    public async Task RunId_OnlyWhatChangesTheOutput_ChangesIt(string set, bool changes)
    {
        var before = RunId(await RenderAsync());
        var after = RunId(await RenderAsync(set));

        Assert.Equal(changes, before != after);
    }

    [Theory]
    [InlineData(TestHelm.Old)]
    [InlineData(TestHelm.Lab)]
    [InlineData(TestHelm.New)]
    public async Task RunId_PathGivenAsNumberOrText_IsTheSame(string helm)
    {
        var number = await TestHelm.RenderAsync(TestHelm.Batch, null, "1.29.0", helm, "inputDataPath=1613965896");
        var file = Path.Combine(Directory.CreateTempSubdirectory("planet-graph-values-").FullName, "values.yaml");
        await File.WriteAllTextAsync(file, "inputDataPath: 1613965896\n", TestContext.Current.CancellationToken);
        var result = await TestHelm.RunAsync(helm, ["template", "pg-batch", TestHelm.ChartPath(TestHelm.Batch), "--values", file, "--kube-version", "1.29.0"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(RunId(number), RunId(RenderedManifest.Parse(result.Output)));
        Assert.Equal("1613965896", number.One("StatefulSet", "publisher").MainContainers.Single().Env("PLANET_GRAPH__RUN__INPUTDATAPATH"));
    }

    [Fact]
    public async Task Resume_NextAttempt_HasNamesOfItsOwnAndTheSameRun()
    {
        var first = await RenderAsync();
        var second = await RenderAsync("resume=1");

        Assert.Equal(RunId(first), RunId(second));
        Assert.Equal(first.Single(item => item.Kind == "Job").Name + "-r1", second.Single(item => item.Kind == "Job").Name);
        Assert.Equal(first.One("ConfigMap", "run").Name, second.One("ConfigMap", "run").Name);
        var shared = first.Select(item => item.ToString()).Intersect(second.Select(item => item.ToString()));
        Assert.All(shared, name => Assert.DoesNotContain("rabbitmq", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData()]
    [InlineData("storage.type=fileserver", "rabbitmq.replicas=3", "planetGraph.namespace=elsewhere")]
    public async Task CleanUp_Objects_AreAllOfTheRunAndNothingThatStays(params string[] sets)
    {
        var objects = await RenderAsync(sets);
        var publisher = objects.One("StatefulSet", "publisher").MainContainers.Single();
        var listed = publisher.Env("PLANET_GRAPH__CLEANUP__OBJECTS")!.Split(' ').Select(entry => entry.Split('/')).Select(parts => $"{parts[^2]}/{parts[^1]}").ToList();

        var expected = objects
            .Where(item => item.Kind is not ("Job" or "PersistentVolume" or "PersistentVolumeClaim" or "Pod") && item.Component() != "run")
            .Select(item => $"{Plural(item.Kind)}/{item.Name}");

        Assert.Equal(expected.Order(), listed.Order());
        Assert.Equal(listed.Count, listed.Distinct().Count());
    }

    [Fact]
    public async Task Rights_OfThePublisher_ReachOnlyTheRunsObjectsByName()
    {
        var role = (await RenderAsync()).Single(item => item.Kind == "Role");
        var rules = ((JsonArray)role.At("rules")!).OfType<JsonObject>().ToList();

        Assert.All(rules, rule => Assert.Single((JsonArray)rule["resourceNames"]!));
        Assert.All(rules.SelectMany(rule => (JsonArray)rule["verbs"]!), verb => Assert.Contains((string)verb!, new[] { "get", "patch", "delete" }));
        Assert.Equal("jobs", (string?)Assert.Single(rules, rule => ((JsonArray)rule["verbs"]!).Any(verb => (string?)verb == "delete")).At("resources.0"));
    }

    [Fact]
    public async Task Release_InTheSameNamespace_IsFoundWithoutFurtherValues()
    {
        var worker = (await RenderAsync()).Single(item => item.Kind == "Job").MainContainers.Single();
        var main = await TestHelm.RenderAsync(TestHelm.Main);

        var service = main.Single(item => item.Kind == "Service" && item.Component() == "service");
        Assert.Equal($"http://{service.Name}:{(int)service.At("spec.ports.0.port")!}", worker.Env("PLANET_GRAPH__SERVICE__URL"));
        Assert.Contains(main, item => item.Kind == "Service" && item.Name == worker.Env("PLANET_GRAPH__LEDGER__HOST"));
        var reference = ((JsonArray)worker["env"]!).Single(entry => (string?)entry?["name"] == "PLANET_GRAPH__LEDGER__PASSWORD")!;
        Assert.Equal(main.One("Secret", "mysql").Name, (string?)reference.At("valueFrom.secretKeyRef.name"));
        Assert.Equal(main.One("StatefulSet", "mysql").MainContainers.Single().Env("LEDGER_DATABASE"), worker.Env("PLANET_GRAPH__LEDGER__DATABASE"));
        Assert.Equal(main.One("StatefulSet", "mysql").MainContainers.Single().Env("MYSQL_USER"), worker.Env("PLANET_GRAPH__LEDGER__USERNAME"));
    }

    [Fact]
    public async Task Release_InAnotherNamespace_IsCalledByItsFullNameAndItsSecretCopied()
    {
        var objects = await RenderAsync("planetGraph.namespace=planet-graph-ns");
        var worker = objects.Single(item => item.Kind == "Job").MainContainers.Single();

        Assert.Equal("http://pg-planet-graph-service.planet-graph-ns.svc.cluster.local:8080", worker.Env("PLANET_GRAPH__SERVICE__URL"));
        Assert.Equal("pg-planet-graph-mysql.planet-graph-ns.svc.cluster.local", worker.Env("PLANET_GRAPH__LEDGER__HOST"));
        var reference = ((JsonArray)worker["env"]!).Single(entry => (string?)entry?["name"] == "PLANET_GRAPH__LEDGER__PASSWORD")!;
        Assert.Equal(objects.One("Secret", "worker").Name, (string?)reference.At("valueFrom.secretKeyRef.name"));
    }

    [Fact]
    public async Task Broker_Always_HasAStableNameAndNoGuest()
    {
        var objects = await RenderAsync("rabbitmq.replicas=3");
        var broker = objects.One("StatefulSet", "rabbitmq");
        var configuration = (string)objects.One("ConfigMap", "rabbitmq").At("data")!["20-planet-graph.conf"]!;

        Assert.Contains(objects, item => item.Kind == "Service" && item.Name == (string?)broker.At("spec.serviceName") && (string?)item.At("spec.clusterIP") == "None");
        Assert.Equal("planetgraph", broker.MainContainers.Single().Env("RABBITMQ_DEFAULT_USER"));
        Assert.StartsWith("rabbit@$(POD_NAME).", broker.MainContainers.Single().Env("RABBITMQ_NODENAME"), StringComparison.Ordinal);
        Assert.Contains($"nodes.3 = rabbit@{broker.Name}-2.", configuration, StringComparison.Ordinal);
        Assert.Contains("loopback_users.guest = true", configuration, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.26.0", false)]
    [InlineData("1.27.0", true)]
    public async Task BrokerClaims_GoWithTheRun(string kubernetes, bool retentionKnown)
    {
        var objects = await TestHelm.RenderAsync(TestHelm.Batch, null, kubernetes, TestHelm.Lab, "rabbitmq.persistence.enabled=true", "rabbitmq.replicas=3");
        var broker = objects.One("StatefulSet", "rabbitmq");
        var owned = objects.One("StatefulSet", "publisher").MainContainers.Single().Env("PLANET_GRAPH__CLEANUP__OBJECTS")!.Split(' ');

        Assert.Equal(
            Enumerable.Range(0, 3).Select(ordinal => $"v1/persistentvolumeclaims/{(string)broker.At("spec.volumeClaimTemplates.0.metadata.name")!}-{broker.Name}-{ordinal}"),
            owned.Where(item => item.StartsWith("v1/persistentvolumeclaims/", StringComparison.Ordinal)));
        Assert.Equal(retentionKnown ? "Delete" : null, (string?)broker.At("spec.persistentVolumeClaimRetentionPolicy.whenDeleted"));
    }

    [Fact]
    public async Task FileServerStorage_OnlyTheFileServer_MountsTheVolume()
    {
        var objects = await RenderAsync("storage.type=fileserver");
        var users = objects.PodMakers().Where(item => item.PodSpec!["volumes"]?.ToJsonString().Contains("pg-batch-volume-claim", StringComparison.Ordinal) == true).ToList();

        Assert.Equal("fileserver", Assert.Single(users).Component());
        Assert.Equal(31001, (int)objects.Single(item => item.Kind == "Service" && item.Component() == "fileserver").At("spec.ports.0.nodePort")!);
        Assert.Contains("location ^~ \"/1613965896/result/\"", (string)objects.One("ConfigMap", "fileserver").At("data")!["nginx.conf"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("storage.type=volume", "publisher")]
    [InlineData("storage.type=fileserver", "fileserver")]
    public async Task ResultFolder_WhoWritesIt_OwnsIt(string set, string component)
    {
        var writer = (await RenderAsync(set)).PodMakers().Single(item => item.Component() == component);
        var init = writer.InitContainers.Single(container => (string?)container["name"] == "own-result");

        Assert.Equal($"{(int)writer.PodSpec!.At("securityContext.runAsUser")!}:{(int)writer.PodSpec!.At("securityContext.runAsGroup")!}", init.Env("OWNER"));
    }

    private static Task<IReadOnlyList<RenderedObject>> RenderAsync(params string[] sets) => TestHelm.RenderAsync(TestHelm.Batch, null, "1.29.0", TestHelm.Lab, sets);

    private static string RunId(IEnumerable<RenderedObject> objects) => (string)objects.One("ConfigMap", "run").At("data.runId")!;

    private static string Plural(string kind) => kind == "NetworkPolicy" ? "networkpolicies" : kind.ToLowerInvariant() + "s";
}
