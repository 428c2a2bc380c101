using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PlanetGraph.Service.Dictionary;
using PlanetGraph.Service.Tests.Hosting;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Service.Tests.Dictionary;

/// <summary>A customer edits the dictionary while the service runs: the change comes, a slip takes nothing away.</summary>
[Collection(AloneInTheProcess.Name)]
public sealed class DictionaryReloadTests : IDisposable
{
    private readonly TemporaryFolder folder = new("dictionary");
    private readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(60));

    [Fact]
    public async Task Change_IsInUseAfterTheInterval()
    {
        Write("kind,name,official\nresidential,星河湾,第一\n");
        await using var service = await StartAsync();
        Assert.Equal("第一", await ResidentialAsync(service));

        Write("kind,name,official\nresidential,星河湾,第二\n");
        time.Advance(TimeSpan.FromSeconds(60));

        await Eventually.HoldsAsync(async () => await ResidentialAsync(service) == "第二", "the change is in use", cancel: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task FileThatVanishes_LeavesTheDictionaryInUseAndSaysSo()
    {
        Write("kind,name,official\nresidential,星河湾,第一\n");
        await using var service = await StartAsync();

        File.Delete(folder["d.csv"]);
        time.Advance(TimeSpan.FromSeconds(60));

        await Eventually.HoldsAsync(
            async () => (await AnswerAsync(service)).GetProperty("fault").GetString() is { } fault && fault.Contains("d.csv", StringComparison.Ordinal),
            "the fault is told", cancel: TestContext.Current.CancellationToken);
        Assert.Equal("第一", await ResidentialAsync(service));
        Assert.Contains("planetgraph_dictionary_failures_total{otel_scope_name=\"PlanetGraph.Service\"} 1", await service.TextAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FileIsNotThere_EndsTheStart()
    {
        var error = await Assert.ThrowsAsync<DictionaryException>(StartAsync);

        Assert.Contains(folder["d.csv"], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DatabaseIsAway_AnswersWithoutIt()
    {
        await using var service = await RunningService.StartAsync([("spring.datasource.url", $"jdbc:mysql://127.0.0.1:{LoopbackPort.Free()}/planet")], time);

        Assert.Contains("cannot be read", (await AnswerAsync(service)).GetProperty("fault").GetString(), StringComparison.Ordinal);
        Assert.Contains("北京市", await service.TextAsync("/planet-graph/v2/query/provinces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongRows_OfFileAndOfDivisions_AreCountedAndNamed()
    {
        Write("kind,name,region\nresidential,星河湾,\nmal,云谷,\nmall,云谷,西胡区\n");
        await using var service = await StartAsync();

        var answer = await AnswerAsync(service);

        Assert.Equal(1, answer.GetProperty("entries").GetProperty("residential").GetInt32());
        Assert.Equal(["d.csv:3", "d.csv:4"], answer.GetProperty("rejected").EnumerateArray().Select(row => row.GetProperty("source").GetString()));
        Assert.Contains("planetgraph_dictionary_rejected{otel_scope_name=\"PlanetGraph.Service\"} 2", await service.TextAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hangup_ReadsTheDictionaryAnewAndTheServiceGoesOn()
    {
        Write("kind,name\nresidential,星河湾\n");
        await using var service = ServiceProgram.Start(
            ["--server.port=0", "--server.address=127.0.0.1", "--planet-graph.dictionary.interval=0s", $"--planet-graph.dictionary.path={folder["d.csv"]}"]);
        await Eventually.HoldsAsync(() => service.Output.Contains("Application started"), "the service has started", detail: () => service.Output.Tail(), cancel: TestContext.Current.CancellationToken);

        Write("kind,name\nresidential,星河湾\nmall,云谷天街\n");
        Signal.Hangup(service.Id);

        await Eventually.HoldsAsync(() => service.Output.Contains("Dictionary in use: 2 rows"), "the new row is read", detail: () => service.Output.Tail(), cancel: TestContext.Current.CancellationToken);
        Assert.False(service.HasExited);
    }

    public void Dispose() => folder.Dispose();

    private void Write(string text) => File.WriteAllText(folder["d.csv"], text);

    private Task<RunningService> StartAsync() =>
        RunningService.StartAsync([("planet-graph.dictionary.path", folder["d.csv"])], time);

    private static async Task<JsonElement> AnswerAsync(RunningService service) =>
        JsonDocument.Parse(await service.TextAsync("/planet-graph/v2/query/dictionary")).RootElement;

    private static async Task<string?> ResidentialAsync(RunningService service)
    {
        using var answer = await service.PostAsync("""{"addrs":["星河湾3号楼"]}""");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text).RootElement.GetProperty("addrs")[0].GetProperty("residential").GetString();
    }
}
