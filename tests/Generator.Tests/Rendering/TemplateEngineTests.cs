using PlanetGraph.Generator.Diagnostics;
using PlanetGraph.Generator.Rendering;
using Scriban.Runtime;

namespace PlanetGraph.Generator.Tests.Rendering;

/// <summary>Helm's code stays as it is, the generator's is run, and its mistakes are found where they stand.</summary>
public sealed class TemplateEngineTests
{
    private static readonly ScriptObject Model = new() { ["name"] = "web", ["ports"] = new ScriptArray { 80, 81 } };

    [Fact]
    public void Render_HelmCode_StaysAsItIs()
        => Assert.Equal("{{- if .Values.web.on }} {{ \"a\" | quote }}", new TemplateEngine().Render("{{- if .Values.[[ name ]].on }} {{ \"a\" | quote }}", "a.yaml", Model));

    [Fact]
    public void Render_Loop_LeavesNoBlankLines()
        => Assert.Equal("ports:\n  - 80\n  - 81\nend", new TemplateEngine().Render("ports:\n[[- for port in ports ]]\n  - [[ port ]]\n[[- end ]]\nend", "a.yaml", Model));

    [Theory]
    [InlineData("a: {{ .Values.a }}\nb: [[ nmae ]]\n", 2, 7)]
    [InlineData("a: 1\n\n{{ x }} [[ for ]]\n", 3, 9)]
    [InlineData("[[ name.length_of ]]\n", 1, 4)]
    public void Render_Mistake_IsNamedWithLineAndColumn(string text, int line, int column)
    {
        var problem = Assert.Throws<ProblemsException>(() => new TemplateEngine().Render(text, "templates/a.yaml", Model)).Problems[0];

        Assert.Equal("templates/a.yaml", problem.Where.File);
        Assert.Equal(line, problem.Where.Line);
        Assert.InRange(problem.Where.Column, column - 4, column + 8);
    }

    [Fact]
    public void Render_StrayBrackets_AreRefused()
        => Assert.Throws<ProblemsException>(() => new TemplateEngine().Render("{{ regexMatch \"[[:alpha:]]\" .x }}\na: b]]", "a.yaml", Model));

    [Fact]
    public void Render_LongResult_IsNotCut()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789abcdef", 100_000));

        Assert.Equal(text.Length + 3, new TemplateEngine().Render(text + "[[ name ]]", "a.yaml", Model).Length);
    }
}
