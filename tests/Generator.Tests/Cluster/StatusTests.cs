using System.Text.Json;
using PlanetGraph.Generator.Cluster.Collect;
using PlanetGraph.Generator.Cluster.Status;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PlanetGraph.Generator.Tests.Cluster;

public sealed class StatusTests
{
    private static readonly ReleaseStatus Well = new(
        "pg", "planet-graph-ns",
        [new("Deployment", "pg-planet-graph-service", 3, 3, "ready")],
        [new("pg-planet-graph-service", "10.42.63.78:8080", 30000, "http")],
        [new("planet-graph-volume-claim", "Bound", "planet-graph-volume", "10Gi")],
        []);

    [Fact]
    public void Draw_Release_ShowsWhatTheFormerDebugPrinted()
    {
        var text = Draw(StatusTables.Draw(Well));

        Assert.Contains("all well", text, StringComparison.Ordinal);
        Assert.Contains("3/3", text, StringComparison.Ordinal);
        Assert.Contains("10.42.63.78:8080", text, StringComparison.Ordinal);
        Assert.Contains("30000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_MessageWithBrackets_IsPrintedAsItIs()
    {
        var broken = Well with { Troubles = [new("pg-service-1", "node-1", "image [x] is missing", null, ["Failed: [y]"])] };

        Assert.Contains("[x]", Draw(StatusTables.Draw(broken)), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_PodsWithTheSameTrouble_TellItOnce()
    {
        var broken = Well with { Troubles = [new("pg-service-1", "node-1", "no room", "lower it: kubectl logs pg-service-1", []), new("pg-service-2", null, "no room", "lower it: kubectl logs pg-service-2", [])] };

        var text = Draw(StatusTables.Draw(broken));

        Assert.Contains("pg-service-1 on node-1", text, StringComparison.Ordinal);
        Assert.Contains("pg-service-2", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.Contains("no room", StringComparison.Ordinal));
    }

    [Fact]
    public void IsWell_NothingThere_IsNotWell() => Assert.False((Well with { Workloads = [], Services = [], Claims = [] }).IsWell);

    [Fact]
    public void Json_HasTheVerdict()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(Well, StatusJson.Readable.ReleaseStatus));

        Assert.True(json.RootElement.GetProperty("isWell").GetBoolean());
        Assert.Equal(30000, json.RootElement.GetProperty("services")[0].GetProperty("externalPort").GetInt32());
    }

    [Fact]
    public async Task Bundle_NotCompleted_LeavesNoFile()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("bundle").FullName, "pg.tar.gz");
        await using (var bundle = new SupportBundle(path, TimeProvider.System))
        {
            await bundle.AddAsync("a.txt", "password: x", TestContext.Current.CancellationToken);
        }

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    private static string Draw(IRenderable what)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 160;
        console.Write(what);
        return writer.ToString();
    }
}
