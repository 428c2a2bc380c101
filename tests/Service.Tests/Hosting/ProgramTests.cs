using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Service.Tests.Hosting;

public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new("service");

    [Fact]
    public async Task Start_DataFileIsNoData_ExitsWith2AndTellsKubernetesWhy()
    {
        await File.WriteAllTextAsync(folder["data_stable.bin"], "not a gazetteer", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["termination-log"], "", TestContext.Current.CancellationToken);

        await using var service = ServiceProgram.Start(
            ["--server.port=0", $"--planet-graph.data.path={folder["data_stable.bin"]}"],
            new Dictionary<string, string?> { ["TERMINATION_LOG"] = folder["termination-log"] });

        Assert.Equal(2, await service.ExitCodeAsync());
        var told = await File.ReadAllTextAsync(folder["termination-log"], TestContext.Current.CancellationToken);
        Assert.Contains(folder["data_stable.bin"], told, StringComparison.Ordinal);
        Assert.True(service.Output.Contains(told), service.Output.Tail());
        Assert.False(service.Output.Contains("   at "), service.Output.Tail());
    }

    [Fact]
    public async Task Start_UnknownKey_ExitsWith2AndNamesFileLineAndTheLikelyKey()
    {
        await File.WriteAllTextAsync(folder["application.properties"], "# ours\nserver.port=0\nserver.adress=127.0.0.1\n", TestContext.Current.CancellationToken);

        await using var service = ServiceProgram.Start(["--config", folder["application.properties"]]);

        Assert.Equal(2, await service.ExitCodeAsync());
        var sentence = $"{folder["application.properties"]}:3: the key server.adress is unknown; did you mean server.address?";
        Assert.True(service.Output.Contains(sentence), service.Output.Tail());
    }

    [Fact]
    public async Task Start_PortIsTaken_ExitsWith2()
    {
        await using var first = await RunningService.StartAsync();

        await using var second = ServiceProgram.Start([$"--server.port={first.Address.Port}", "--server.address=127.0.0.1"]);

        Assert.Equal(2, await second.ExitCodeAsync());
        Assert.True(second.Output.Contains($"{first.Address.Port}"), second.Output.Tail());
    }

    [Fact]
    public async Task Terminate_AfterItListens_ExitsWith0()
    {
        await using var service = ServiceProgram.Start(["--server.port=0", "--server.address=127.0.0.1"]);
        await Eventually.HoldsAsync(() => service.Output.Contains("Application started"), "the service has started", detail: () => service.Output.Tail(), cancel: TestContext.Current.CancellationToken);

        service.Terminate();

        Assert.Equal(0, await service.ExitCodeAsync());
        Assert.True(service.Output.Contains("Licence file absent"), service.Output.Tail());
    }

    [Fact]
    public async Task Help_ListsEveryKey()
    {
        await using var service = ServiceProgram.Start(["--help"]);

        Assert.Equal(0, await service.ExitCodeAsync());
        Assert.All(PlanetGraph.Service.Configuration.SettingCatalogue.All, setting => Assert.True(service.Output.Contains(setting.Key), setting.Key));
    }

    public void Dispose() => folder.Dispose();
}
