using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Spec;

namespace PlanetGraph.Generator.Tests.Spec;

/// <summary>A mistake in the specification is found before anything is written, and its place is named.</summary>
public sealed class SpecReaderTests
{
    [Fact]
    public void Read_Traits_AreUnfoldedBelowTheComponent()
    {
        using var folder = new SpecFolder();

        var value = SpecReader.Read(folder.Spec).Charts.Single().Values.Single(value => value.Key == "web.image.tag");

        Assert.Equal("1.0", value.Default);
        Assert.Equal("Tag of the web.", value.Description);
    }

    [Theory]
    [InlineData("default: 3", "default: many", "spec/demo.yaml:10:5", "The default of `replicas` is `many`, which is no integer")]
    [InlineData("default: 3", "default: -3", "spec/demo.yaml:10:5", "below 0")]
    [InlineData("type: integer", "type: integr", "spec/demo.yaml:11:11", "`integr` is no type")]
    [InlineData("minimum: 0", "minimun: 0", "spec/demo.yaml:12:5", "Nothing here is called `minimun`")]
    [InlineData("{ dev: 1 }", "{ test: 1 }", "spec/demo.yaml:10:5", "names the environment `test`")]
    [InlineData("{ dev: 1 }", "{ dev: big }", "spec/demo.yaml:10:5", "in environment dev is `big`, which is no integer")]
    [InlineData("description: How many.", "description: How many.\n    since: soon", "spec/demo.yaml:10:5", "since `soon`, which is no version up to the chart's 1.0.0")]
    [InlineData("description: How many.", "description: How many.\n    since: 1.0.1", "spec/demo.yaml:10:5", "since `1.0.1`")]
    [InlineData("version: 1.0.0, app", "version: one, app", "spec/demo.yaml:1:8", "`version: one` is no version")]
    [InlineData("defaults: { image.tag: \"1.0\" }", "writable: false", "spec/demo.yaml:3:5", "`web.image.tag` has no default")]
    [InlineData("    minimum: 0", "\tminimum: 0", "spec/demo.yaml:12:1", "tab")]
    [InlineData("traits: [image]", "traits: [imag]", "spec/demo.yaml:3:5", "There is no trait `imag`")]
    [InlineData("image.tag: \"1.0\"", "image.tga: \"1.0\"", "spec/demo.yaml:8:28", "No trait of web has a value `image.tga`")]
    [InlineData("key: replicas", "key: web.image.tag", "spec/shared.yaml:5:7", "is declared twice")]
    [InlineData("key: replicas", "key: web.image", "spec/shared.yaml:5:7", "lies inside `web.image`")]
    [InlineData("description: How many.", "description: How many.\n    key: again", "spec/demo.yaml:15:5", "uplicate key")]
    public void Read_Mistake_IsNamedWithItsPlace(string what, string with, string where, string message)
    {
        using var folder = new SpecFolder();
        folder.Replace("spec/demo.yaml", what, with);

        var problem = Assert.Throws<ProblemsException>(() => SpecReader.Read(folder.Spec)).Problems[0];

        Assert.Contains(message, problem.What, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(problem.Fix);
        Assert.Equal(where, problem.Where.ToString());
    }

    [Fact]
    public void TryOverride_EnvironmentFromAnother_TakesItsFigures()
    {
        using var folder = new SpecFolder();
        folder.Replace("spec/environments.yaml", "prod: { description: Big. }", "customer: { description: As dev., from: dev }");

        var specification = SpecReader.Read(folder.Spec);

        Assert.True(specification.TryOverride(specification.Charts[0].Values.Single(value => value.Key == "replicas"), "customer", out var replicas));
        Assert.Equal(1L, replicas);
    }
}
