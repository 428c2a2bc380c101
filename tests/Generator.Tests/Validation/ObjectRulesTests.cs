using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Validation;

/// <summary>Each rule catches what it is for: a rule that never fires protects nobody.</summary>
public sealed class ObjectRulesTests
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web, app.kubernetes.io/component: web } }
            spec:
              containers:
                - name: web
                  image: a
                  env: [{ name: A, value: "1" }]

        """;

    [Fact]
    public void Breaches_SoundObject_HasNone() => Assert.Empty(Breaches(Deployment));

    [Theory]
    [InlineData("image: a", "image: a\n          imagePullPolice: Always", "does not know")]
    [InlineData("selector:", "replicas: many\n  selector:", "another type")]
    [InlineData("[{ name: A, value: \"1\" }]", "[{ name: A, value: \"1\" }, { name: A, value: \"2\" }]", "variable A twice")]
    [InlineData("image: a", "image: a\n          startupProbe: { tcpSocket: { port: 1 } }", "startupProbe, which Kubernetes 1.16 does not know")]
    [InlineData("kind: Deployment", "kind: Deploymint", "")]
    public void Breaches_Mistake_IsFound(string what, string with, string reason)
        => Assert.Contains(Breaches(Deployment.Replace(what, with, StringComparison.Ordinal)), breach => breach.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void Breaches_SelectorThatTakesAnothersPods_IsFound()
    {
        var other = Deployment.Replace("name: web }", "name: other }", StringComparison.Ordinal)
            .Replace("matchLabels: { app: web }", "matchLabels: { tier: x }", StringComparison.Ordinal)
            .Replace("labels: { app: web,", "labels: { app: web, tier: x,", StringComparison.Ordinal);

        Assert.Contains(Breaches(Deployment + "---\n" + other), breach => breach.Contains("selects the pods of Deployment/other", StringComparison.Ordinal));
    }

    [Fact]
    public void Breaches_ServiceWithoutPods_IsFound()
        => Assert.Contains(
            Breaches(Deployment + "---\napiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { selector: { app: wbe } }\n"),
            breach => breach.Contains("selects pods of no component", StringComparison.Ordinal));

    [Theory]
    [InlineData("policy/v1", "1.20", true)]
    [InlineData("policy/v1", "1.21", false)]
    [InlineData("policy/v1beta1", "1.25", true)]
    public void Breaches_GroupOfAnotherAge_IsFound(string group, string kubernetes, bool found)
    {
        var objects = RenderedManifest.Parse($"apiVersion: {group}\nkind: PodDisruptionBudget\nmetadata: {{ name: a }}\nspec: {{ maxUnavailable: 1 }}\n");

        Assert.Equal(found, ObjectRules.Breaches(objects, Version.Parse(kubernetes)).Any());
    }

    [Fact]
    public void Parse_KeyTwice_NamesTheTemplate()
    {
        var e = Assert.Throws<RenderedManifestException>(() => RenderedManifest.Parse("---\n# Source: c/templates/a.yaml\na: 1\na: 2\n"));

        Assert.Equal("c/templates/a.yaml", e.Template);
    }

    private static List<string> Breaches(string yaml)
        => [.. ObjectRules.Breaches(RenderedManifest.Parse(yaml), new(1, 16)).Select(breach => breach.Reason)];
}
