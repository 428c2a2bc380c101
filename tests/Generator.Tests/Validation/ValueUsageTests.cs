using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Spec;
using PlanetGraph.Generator.Tests.Spec;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Validation;

/// <summary>A value that nothing reads is a setting that does nothing; one that is not declared is refused by the schema.</summary>
public sealed class ValueUsageTests
{
    [Fact]
    public void Check_AllReadAndDeclared_FindsNothing() => Assert.Empty(Check(_ => { }));

    [Fact]
    public void Check_ValueThatNoTemplateReads_IsNamed()
        => Assert.Contains("No template reads `replicas`", Assert.Single(Check(folder => folder.Replace("templates/demo/web.yaml", "{{ .Values.replicas | quote }}", "3"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ .Values.replica }}")]
    [InlineData("{{- $v := .Values.web }}{{ $v.image.tga }}")]
    public void Check_UndeclaredValue_IsNamedWithItsLine(string code)
    {
        var problem = Assert.Single(Check(folder => folder.Replace("templates/demo/web.yaml", "tag:", $"more: {code}\n  tag:")));

        Assert.StartsWith("templates/demo/web.yaml:6:", problem, StringComparison.Ordinal);
        Assert.Contains("is declared nowhere", problem, StringComparison.Ordinal);
    }

    private static List<string> Check(Action<SpecFolder> change)
    {
        using var folder = new SpecFolder();
        change(folder);
        var specification = SpecReader.Read(folder.Spec);
        return [.. ValueUsage.Check(specification.Charts[0], new ChartBuilder(folder.Path).Build(specification)).Select(problem => problem.ToString())];
    }
}
