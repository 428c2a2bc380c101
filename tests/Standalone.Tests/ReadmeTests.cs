using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Standalone.Tests;

/// <summary>The READMEs show what the demo prints. Failing, a newcomer's first look is at something that is not so.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Readme_Demo_ShowsWhatTheDemoPrints()
    {
        await using var script = ProgramProcess.Start("readme-demo", Path.Combine(RepositoryFolder.Path, "eng", "readme-demo"), []);
        var code = await script.ExitCodeAsync(TimeSpan.FromMinutes(4));
        Assert.True(code == 0, script.Output.ToString());
    }

    [Fact]
    public void Readmes_BothLanguages_GiveTheSameCommands() =>
        Assert.Equal(Commands("README.md"), Commands("README.zh-CN.md"));

    private static List<string> Commands(string readme) =>
        [.. File.ReadLines(Path.Combine(RepositoryFolder.Path, readme)).Where(line => line.StartsWith("make ", StringComparison.Ordinal) || line.StartsWith("helm ", StringComparison.Ordinal)).Select(line => line.Split('#')[0].Trim())];
}
