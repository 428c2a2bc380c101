using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>The engine in the program and the service over HTTP are the same standardizer.</summary>
public sealed class ServiceUrlTests
{
    [Fact]
    public async Task Batch_ServiceOverHttp_GivesTheBytesOfTheEngineInside()
    {
        using var folder = new InputFolder();
        folder.Write("a.txt", string.Concat(Enumerable.Range(0, 1500).Select(number => InputFolder.Address(number) + "\n")) + new string('长', 1001) + "\n\n北京\n");
        folder.Write("b.csv", "id,地址\n1,\"上海市,浦东新区\"\n2,\n");
        var port = LoopbackPort.Free();
        await using var service = PlanetGraphProgram.Start("serve", "--port", $"{port}");
        await Eventually.HoldsAsync(() => LoopbackPort.AcceptsAsync(port), "the service listens", TimeSpan.FromMinutes(2), detail: () => service.Output.Tail(), cancel: TestContext.Current.CancellationToken);

        var inside = await PlanetGraphProgram.RunAsync("batch", "-i", folder.Input, "-o", folder["inside"], "-f", "csv");
        var http = await PlanetGraphProgram.RunAsync("batch", "-i", folder.Input, "-o", folder["http"], "-f", "csv", "--service-url", $"http://127.0.0.1:{port}");
        Assert.True(inside.Code == 0, inside.Output);
        Assert.True(http.Code == 0, http.Output);
        Assert.Equal(InputFolder.ResultsOf(folder["inside"]), InputFolder.ResultsOf(folder["http"]));
        Assert.Contains("at most 1000 are taken", File.ReadAllText(Path.Combine(folder["http"], "a.txt.errors.jsonl")));
    }
}
