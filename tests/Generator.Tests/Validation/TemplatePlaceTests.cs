using PlanetGraph.Generator.Rendering;
using PlanetGraph.Generator.Validation;

namespace PlanetGraph.Generator.Tests.Validation;

/// <summary>Who reads an error opens the template, and must stand at the right line there: never at a wrong one.</summary>
public sealed class TemplatePlaceTests
{
    private static readonly GeneratedFile File = new(
        "demo/templates/web.yaml",
        "kind: A\nspec:\n  replicas: 1\n  name: demo\n  port: 1\n  port: 1\n",
        "templates/demo/web.yaml",
        "[[ # a note ]]\nkind: A\nspec:\n  replicas: 1\n  name: [[ chart.name ]]\n  port: 1\n  port: 1\n  minReplicas: 2\n");

    [Theory]
    [InlineData(3, 0, "templates/demo/web.yaml:4:3")]
    [InlineData(3, 13, "templates/demo/web.yaml:4:13")]
    [InlineData(4, 1, "templates/demo/web.yaml")]
    [InlineData(5, 1, "templates/demo/web.yaml")]
    [InlineData(99, 1, "templates/demo/web.yaml")]
    [InlineData(0, 0, "templates/demo/web.yaml")]
    public void OfLine_TextThatIsThereOnce_GivesItsPlace(int line, int column, string expected)
        => Assert.Equal(expected, TemplatePlace.OfLine(File, line, column).ToString());

    [Theory]
    [InlineData("replicas", "templates/demo/web.yaml:4:3")]
    [InlineData("port", "templates/demo/web.yaml")]
    [InlineData("eplica", "templates/demo/web.yaml")]
    public void OfWord_WordThatIsThereOnce_GivesItsPlace(string word, string expected)
        => Assert.Equal(expected, TemplatePlace.OfWord(File, word).ToString());
}
