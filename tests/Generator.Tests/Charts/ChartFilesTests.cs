using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PlanetGraph.Generator.Output;
using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Charts;

/// <summary>The charts' files: committed as generated, values, schema and README in step.</summary>
public sealed partial class ChartFilesTests
{
    public static TheoryData<string> Charts => [TestHelm.Main, TestHelm.Batch];

    [Fact]
    public void Charts_Committed_AreWhatTheSpecificationSays()
    {
        var changes = new ChartFolder(Path.Combine(Repository.Root, "charts")).Compare(Repository.Charts);

        Assert.Empty(changes.Select(change => $"{change.Path}: {change.Kind} (run make chart)"));
    }

    [Fact]
    public void Build_Twice_GivesTheSameBytes()
    {
        var again = new ChartBuilder(Path.Combine(Repository.Root, "generator")).Build(SpecReader.Read(Path.Combine(Repository.Root, "generator/spec")));

        Assert.Equal(OwnershipManifest.Of(Repository.Charts).ToString(), OwnershipManifest.Of(again).ToString());
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Files_All_AreCleanText(string chart)
    {
        foreach (var file in Files(chart))
        {
            Assert.DoesNotContain('\r', file.Text);
            Assert.DoesNotContain('\t', file.Text);
            Assert.EndsWith("\n", file.Text, StringComparison.Ordinal);
            Assert.False(TrailingSpace().IsMatch(file.Text), $"{file.Path} has spaces at a line's end");
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Templates_None_AsksForFeaturesByApiVersionOrForRandomness(string chart)
    {
        foreach (var file in Files(chart).Where(file => file.Path.Contains("/templates/", StringComparison.Ordinal)))
        {
            // Offline `Has "policy/v1"` is true on every Kubernetes. The one use asks for a kind, which says whether a cluster answers.
            Assert.All(ApiVersionsHas().Matches(file.Text).Select(match => match.Groups[1].Value), group => Assert.Equal("v1/Secret", group));
            Assert.DoesNotContain(" now ", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("uuidv4", file.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void ChartFile_Always_SaysAllThatARepositoryWants(string chart)
    {
        var text = File(chart, "Chart.yaml");

        Assert.Contains("apiVersion: v2\n", text, StringComparison.Ordinal);
        Assert.Contains("type: application\n", text, StringComparison.Ordinal);
        Assert.Matches(@"\nversion: \d+\.\d+\.\d+\n", text);
        Assert.Matches("\nappVersion: \"\\d+\\.\\d+\\.\\d+\"\n", text);
        Assert.Contains("kubeVersion: \">=1.16.8-0\"\n", text, StringComparison.Ordinal);
        Assert.All(new[] { "description:", "home:", "icon: data:", "sources:", "maintainers:", "artifacthub.io/images:", "artifacthub.io/changes:" },
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("dependencies:", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Values_SchemaAndReadme_HaveTheSameKeys(string chart)
    {
        var declared = Repository.Chart(chart).Values.Select(value => value.Key).Order(StringComparer.Ordinal).ToList();
        var schema = JsonNode.Parse(File(chart, "values.schema.json"))!;
        var readme = ReadmeRow().Matches(File(chart, "README.md")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal).ToList();
        var values = RenderedManifest.Parse(File(chart, "values.yaml")).Single().Body;

        Assert.Equal(declared, Leaves(schema, "").Order(StringComparer.Ordinal));
        Assert.Equal(declared, readme);
        Assert.All(declared, key => Assert.True(Exists(values, key), $"values.yaml has no {key}"));
        Assert.Empty(ValueUsage.Check(Repository.Chart(chart), Repository.Charts));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Values_Each_HaveTheirDescriptionAboveThem(string chart)
    {
        var text = CommentBreak().Replace(File(chart, "values.yaml"), " ");

        Assert.All(Repository.Chart(chart).Values, value =>
        {
            Assert.Contains($" {value.Description} (", text, StringComparison.Ordinal);
            Assert.EndsWith(".", value.Description, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Schema_Always_IsClosedDraft07WithoutReferences(string chart)
    {
        var text = File(chart, "values.schema.json");
        var schema = JsonNode.Parse(text)!;

        Assert.Equal("http://json-schema.org/draft-07/schema#", (string?)schema["$schema"]);
        Assert.False((bool)schema["additionalProperties"]!);
        Assert.NotNull(schema["properties"]!["enabled"]);
        Assert.Null(schema["properties"]!["global"]!["additionalProperties"]);
        Assert.DoesNotContain("$ref", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Environments_Files_HoldOnlyWhatDiffersFromTheDefaults(string chart)
    {
        foreach (var environment in Repository.Specification.Environments)
        {
            var expected = Repository.Chart(chart).Values.Where(value => Repository.Specification.TryOverride(value, environment.Name, out _)).ToList();
            Assert.All(expected, value =>
            {
                Repository.Specification.TryOverride(value, environment.Name, out var given);
                Assert.NotEqual(YamlText.Flow(value.Default), YamlText.Flow(given));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void HelmIgnore_KeepsEnvironmentsOutOfThePackage(string chart)
        => Assert.Contains("values-*.yaml", File(chart, ".helmignore").Split('\n'));

    private static IEnumerable<GeneratedFile> Files(string chart)
        => Repository.Charts.Files.Values.Where(file => file.Path.StartsWith(chart + "/", StringComparison.Ordinal));

    private static string File(string chart, string name) => Repository.Charts.Files[$"{chart}/{name}"].Text;

    /// <summary>Keys of the schema's values: those that have a description; what lies below a value is not a value of its own.</summary>
    private static IEnumerable<string> Leaves(JsonNode schema, string prefix)
        => ((JsonObject)schema["properties"]!).SelectMany(entry => entry.Value!["description"] is null
            ? Leaves(entry.Value, $"{prefix}{entry.Key}.")
            : [prefix + entry.Key]);

    private static bool Exists(JsonNode values, string key)
    {
        var parts = key.Split('.');
        var parent = parts.Length == 1 ? values : values.At(string.Join('.', parts[..^1]));
        return parent is JsonObject map && map.ContainsKey(parts[^1]);
    }

    [GeneratedRegex(" +$", RegexOptions.Multiline)]
    private static partial Regex TrailingSpace();

    [GeneratedRegex("\n *# ")]
    private static partial Regex CommentBreak();

    [GeneratedRegex("APIVersions\\.Has \"([^\"]+)\"")]
    private static partial Regex ApiVersionsHas();

    [GeneratedRegex("^\\| `([\\w.]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex ReadmeRow();
}
