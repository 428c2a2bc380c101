using System.Text.Json.Nodes;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>Names and labels: two releases side by side, and selectors that an upgrade can keep.</summary>
public sealed class NamingTests
{
    private static readonly string[] Labels =
    [
        "helm.sh/chart", "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component", "app.kubernetes.io/version",
        "app.kubernetes.io/part-of", "app.kubernetes.io/managed-by",
    ];

    [Theory]
    [InlineData(TestHelm.Main)]
    [InlineData(TestHelm.Batch)]
    public async Task Objects_All_CarryTheRecommendedLabels(string chart)
    {
        var objects = await TestHelm.RenderAsync(chart);

        Assert.All(objects, item => Assert.All(Labels, label => Assert.False(string.IsNullOrEmpty((string?)item.At("metadata.labels")?[label]), $"{item}: {label}")));
    }

    [Theory]
    [InlineData(TestHelm.Main)]
    [InlineData(TestHelm.Batch)]
    public async Task Selectors_All_HoldOnlyWhatNeverChanges(string chart)
    {
        string[] stable = ["app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component", "planet-graph/track"];
        var objects = await TestHelm.RenderAsync(chart, null, "1.29.0", TestHelm.Lab, chart == TestHelm.Main ? ["canary.enabled=true"] : []);

        var selectors = objects.Select(item => item.At("spec.selector.matchLabels") ?? (item.Kind == "Service" ? item.At("spec.selector") : null)).OfType<JsonObject>().ToList();

        Assert.NotEmpty(selectors);
        Assert.All(selectors.SelectMany(selector => selector), label => Assert.Contains(label.Key, stable));
    }

    [Theory]
    [InlineData(TestHelm.Main)]
    [InlineData(TestHelm.Batch)]
    public async Task Names_OfTheLongestRelease_FitIntoPodNames(string chart)
    {
        var release = new string('r', 53);
        var result = await TestHelm.RunAsync(TestHelm.Lab, ["template", release, TestHelm.ChartPath(chart), .. Needed(chart)]);
        var objects = RenderedManifest.Parse(result.Output);

        Assert.All(objects, item => Assert.InRange(item.Name.Length, 1, 63));
        Assert.All(objects.Where(item => item.Kind is "Job" or "StatefulSet"), item => Assert.InRange(item.Name.Length, 1, 52));
    }

    [Theory]
    [InlineData(TestHelm.Main)]
    [InlineData(TestHelm.Batch)]
    public async Task Names_OfTwoReleasesInOneNamespace_NeverMeet(string chart)
    {
        var first = await TestHelm.RunAsync(TestHelm.Lab, ["template", "a-release-with-a-rather-long-name-one", TestHelm.ChartPath(chart), .. Needed(chart)]);
        var second = await TestHelm.RunAsync(TestHelm.Lab, ["template", "a-release-with-a-rather-long-name-two", TestHelm.ChartPath(chart), .. Needed(chart)]);

        var names = RenderedManifest.Parse(first.Output).Concat(RenderedManifest.Parse(second.Output)).Select(item => item.ToString());

        Assert.Equal(names.Count(), names.Distinct().Count());
    }

    [Theory]
    [InlineData(TestHelm.Main)]
    [InlineData(TestHelm.Batch)]
    public async Task Objects_None_NamesANamespaceOfItsOwn(string chart)
    {
        var objects = await TestHelm.RenderAsync(chart, "onsite");

        Assert.DoesNotContain(objects, item => item.Kind == "Namespace");
        Assert.All(objects, item => Assert.Null(item.At("metadata.namespace")));
    }

    [Theory]
    [MemberData(nameof(ChartsAndEnvironments))]
    public async Task Volumes_OfTwoNamespaces_NeverMeet(string chart, string environment)
    {
        // Volumes belong to no namespace. The names are long, and begin and end alike.
        var first = await VolumesAsync(chart, environment, new string('n', 62) + "1");
        var second = await VolumesAsync(chart, environment, new string('n', 62) + "2");

        Assert.Empty(first.Intersect(second, StringComparer.Ordinal));
        Assert.Equal(first.Count, first.Distinct(StringComparer.Ordinal).Count());
        Assert.All(first, name => Assert.InRange(name.Length, 1, 253));
    }

    [Fact]
    public async Task Volume_NamedByHand_HasThatName()
    {
        var objects = await TestHelm.RenderAsync(TestHelm.Main, "onsite", sets: ["volume.name=planet-graph-volume", "volume.claimName=planet-graph-volume-claim"]);

        Assert.Equal("planet-graph-volume", objects.One("PersistentVolume", "volume").Name);
        Assert.Equal("planet-graph-volume", (string?)objects.One("PersistentVolumeClaim", "volume").At("spec.volumeName"));
        Assert.Equal("planet-graph-volume-claim", (string?)objects.One("PersistentVolume", "volume").At("spec.claimRef.name"));
    }

    public static IEnumerable<TheoryDataRow<string, string>> ChartsAndEnvironments
        => from chart in new[] { TestHelm.Main, TestHelm.Batch } from environment in Repository.Environments select new TheoryDataRow<string, string>(chart, environment);

    private static async Task<List<string>> VolumesAsync(string chart, string environment, string space)
    {
        var result = await TestHelm.RunAsync(TestHelm.Lab,
            ["template", "pg", TestHelm.ChartPath(chart), "-n", space, "-f", $"{TestHelm.ChartPath(chart)}/values-{environment}.yaml", .. Needed(chart)]);
        return [.. RenderedManifest.Parse(result.Output).Where(item => item.Kind == "PersistentVolume").Select(item => item.Name)];
    }

    private static string[] Needed(string chart) => chart == TestHelm.Batch ? ["--set", "inputDataPath=1613965896"] : [];
}
