using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>Every environment on every Kubernetes that is promised: what fails here is an install that fails at a customer's.</summary>
public sealed class RenderMatrixTests
{
    private static readonly string[] Kubernetes = ["1.16.8", "1.18.0", "1.19.0", "1.20.2", "1.21.0", "1.23.0", "1.25.0", "1.29.0", "1.33.0", "1.36.0"];

    public static IEnumerable<TheoryDataRow<string, string>> ChartsAndVersions
        => from chart in new[] { TestHelm.Main, TestHelm.Batch } from version in Kubernetes select new TheoryDataRow<string, string>(chart, version);

    public static IEnumerable<TheoryDataRow<string, string>> ChartsAndHelms
        => from chart in new[] { TestHelm.Main, TestHelm.Batch }
           from helm in new[] { TestHelm.Old, TestHelm.Lab, TestHelm.New }
           select new TheoryDataRow<string, string>(chart, helm);

    [Theory]
    [MemberData(nameof(ChartsAndVersions))]
    public async Task Template_EveryEnvironment_GivesObjectsThatThisKubernetesTakes(string chart, string kubernetes)
    {
        var breaches = new List<string>();
        foreach (var environment in Repository.Environments.Prepend(null))
        {
            var objects = await TestHelm.RenderAsync(chart, environment, kubernetes);
            Assert.NotEmpty(objects);
            breaches.AddRange(ObjectRules.Breaches(objects, Version.Parse(kubernetes)).Select(breach => $"{environment}: {breach.Item} {breach.Reason}"));
        }

        Assert.Empty(breaches);
    }

    [Theory]
    [InlineData(TestHelm.Main, "canary.enabled=true", "canary.data.path=new", "autoscaling.enabled=true")]
    [InlineData(TestHelm.Main, "endpoint.type=Ingress", "endpoint.host=a.example", "endpoint.ingressClassName=nginx", "endpoint.tlsSecret=tls")]
    [InlineData(TestHelm.Main, "volume.type=nfs", "volume.nfs.server=nas.example", "mysql.persistence.type=local", "mysql.persistence.nodes={n1}")]
    [InlineData(TestHelm.Main, "mysql.enabled=false", "mysql.external.host=db.example", "mysql.auth.existingSecret=db")]
    [InlineData(TestHelm.Batch, "storage.type=fileserver", "ledger.type=own")]
    [InlineData(TestHelm.Batch, "rabbitmq.replicas=3", "rabbitmq.persistence.enabled=true", "resume=2", "outputFormat=csv")]
    [InlineData(TestHelm.Batch, "rabbitmq.enabled=false", "rabbitmq.external.host=mq.example", "rabbitmq.auth.existingSecret=mq")]
    [InlineData(TestHelm.Batch, "planetGraph.namespace=elsewhere", "job.ttlMode=keep", "addressColumn=addr", "publisher.replicas=3")]
    public async Task Template_EverySwitch_GivesObjectsThatOldAndNewKubernetesTake(string chart, params string[] sets)
    {
        foreach (var kubernetes in new[] { "1.16.8", "1.20.2", "1.36.0" })
        {
            var objects = await TestHelm.RenderAsync(chart, null, kubernetes, TestHelm.Lab, sets);
            Assert.Empty(ObjectRules.Breaches(objects, Version.Parse(kubernetes)).Select(breach => $"{kubernetes}: {breach.Item} {breach.Reason}"));
        }
    }

    [Theory]
    [MemberData(nameof(ChartsAndHelms))]
    public async Task Lint_Strict_HasNothingToSay(string chart, string helm)
    {
        foreach (var environment in Repository.Environments.Prepend(null))
        {
            List<string> arguments = ["lint", "--strict", TestHelm.ChartPath(chart)];
            if (environment is not null)
            {
                arguments.AddRange(["--values", Path.Combine(TestHelm.ChartPath(chart), $"values-{environment}.yaml")]);
            }

            var result = await TestHelm.RunAsync(helm, arguments);

            Assert.True(result.ExitCode == 0, result.Output + result.Error);
            Assert.DoesNotContain("[WARNING]", result.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(ChartsAndHelms))]
    public async Task Template_EveryHelm_GivesTheSameObjects(string chart, string helm)
    {
        var expected = await TestHelm.RenderAsync(chart, "prod", "1.33.0", TestHelm.Lab);

        var actual = await TestHelm.RenderAsync(chart, "prod", "1.33.0", helm);

        Assert.Equal(Bodies(expected), Bodies(actual));
    }

    [Theory]
    [InlineData("1.16.7", false)]
    [InlineData("1.16.8", true)]
    [InlineData("1.16.8-aliyun.1", true)]
    [InlineData("1.36.0", true)]
    public async Task Template_KubeVersion_RefusesOnlyWhatIsOlder(string kubernetes, bool taken)
    {
        var result = await TestHelm.TemplateAsync(TestHelm.Main, null, kubernetes);

        Assert.Equal(taken, result.ExitCode == 0);
    }

    [Theory]
    [InlineData(TestHelm.Main)]
    [InlineData(TestHelm.Batch)]
    public async Task Template_Twice_GivesTheSameBytes(string chart)
    {
        var first = await TestHelm.RunAsync(TestHelm.Lab, Arguments(chart, "a"));
        var second = await TestHelm.RunAsync(TestHelm.Lab, Arguments(chart, "b"));

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(first.Output, second.Output);
    }

    // The description is a flag that changes nothing, and keeps the second run from being the first one's shared result.
    private static string[] Arguments(string chart, string description)
        => ["template", "pg", TestHelm.ChartPath(chart), "--description", description, .. chart == TestHelm.Batch ? new[] { "--set", "inputDataPath=a" } : []];

    private static List<string> Bodies(IReadOnlyList<RenderedObject> objects)
        => [.. objects.Select(item => $"{item} {item.Body.ToJsonString()}").Order(StringComparer.Ordinal)];
}
