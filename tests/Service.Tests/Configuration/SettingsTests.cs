using PlanetGraph.Service.Configuration;
using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Service.Tests.Configuration;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new("settings");

    [Fact]
    public void Load_KeyInFileEnvironmentAndArguments_TheNearerWins()
    {
        var file = Written("server.port=1\nplanet-graph.request.max-addresses=1\nplanet-graph.shutdown.delay=1");
        var environment = new Dictionary<string, string> { ["SERVER_PORT"] = "2", ["PLANET_GRAPH_REQUEST_MAX_ADDRESSES"] = "2" };

        var settings = SettingsLoader.Load(["--config", file, "--server.port=3"], environment);

        Assert.Equal(3, settings.Get<ServerOptions>().Port);
        Assert.Equal(2, settings.Get<RequestOptions>().MaxAddresses);
        Assert.Equal(TimeSpan.FromSeconds(1), settings.Get<ServerOptions>().ShutdownDelay);
    }

    [Theory]
    [InlineData("PLANET_GRAPH_DATA_PATH")]
    [InlineData("PLANETGRAPH_DATA_PATH")]
    [InlineData("PLANET_GRAPH__DATA__PATH")]
    public void Load_EveryFormOfAName_IsTaken(string name)
    {
        var settings = SettingsLoader.Load([], new Dictionary<string, string> { [name] = "/x/data.bin" });

        Assert.Equal("/x/data.bin", settings.Get<DataOptions>().Path);
    }

    [Fact]
    public void Load_FileByEnvironment_IsRead()
    {
        var settings = SettingsLoader.Load([], new Dictionary<string, string> { ["PLANET_GRAPH_CONFIG"] = Written("server.port=1") });

        Assert.Equal(1, settings.Get<ServerOptions>().Port);
    }

    [Fact]
    public void Load_RelativeDataPath_StartsAtTheFilesFolder()
    {
        var settings = SettingsLoader.Load(["--config", Written("planet-graph.data.path=sub/data.bin")], new Dictionary<string, string>());

        Assert.Equal(folder["sub/data.bin"], PlanetGraph.Service.Gazetteer.DataFiles.Of(settings).DataPath);
    }

    [Fact]
    public void Load_DataBesideTheFile_IsFound()
    {
        File.WriteAllText(folder["data_stable.bin"], "");

        var files = PlanetGraph.Service.Gazetteer.DataFiles.Of(SettingsLoader.Load(["--config", Written("")], new Dictionary<string, string>()));

        Assert.Equal((folder["data_stable.bin"], folder["planetgraph.lic"]), (files.DataPath, files.LicensePath));
    }

    [Theory]
    [InlineData("server.port=80a", "server.port: \"80a\" is not a whole number.")]
    [InlineData("server.port=70000", "server.port: \"70000\" is out of range; give a port from 0 to 65535.")]
    [InlineData("planet-graph.shutdown.delay=soon", "planet-graph.shutdown.delay: \"soon\" is not a duration like 500ms, 5s, 2m or 1h.")]
    [InlineData("planet-graph.shutdown.delay=11m", "planet-graph.shutdown.delay: \"11m\" is out of range; give 0s to 10m.")]
    [InlineData("planet-graph.log.format=xml", "planet-graph.log.format: \"xml\" is not one of text, json.")]
    [InlineData("server.address=everywhere", "server.address: \"everywhere\" is not an IP address, such as 127.0.0.1.")]
    [InlineData("spring.nonsense=1", "the key spring.nonsense is unknown; docs/service.md lists the keys.")]
    public void Load_WrongLine_IsRefusedWithFileLineAndKey(string line, string sentence)
    {
        var file = Written("# first\n" + line);

        var fault = Assert.Throws<SettingsException>(() => SettingsLoader.Load(["--config", file], new Dictionary<string, string>()));

        Assert.Equal($"{file}:2: {sentence}", fault.Message);
    }

    [Fact]
    public void Load_SeveralFaults_AreAllNamed()
    {
        var file = Written("server.port=x\nserver.prot=1\nplanet-graph.request.max-bytes=1");

        var fault = Assert.Throws<SettingsException>(() => SettingsLoader.Load(["--config", file], new Dictionary<string, string>()));

        Assert.Equal(3, fault.Faults.Count);
    }

    [Theory]
    [InlineData("--server.prot=1", "argument --server.prot: the key server.prot is unknown; did you mean server.port?")]
    [InlineData("--verbose", "The argument --verbose is unknown; give --config FILE, or a key as --server.port=8080.")]
    [InlineData("--config", "--config needs the path of an application.properties.")]
    [InlineData("--config=/nowhere/application.properties", "/nowhere/application.properties cannot be read:")]
    public void Load_WrongArgument_IsRefused(string argument, string sentence) => Assert.StartsWith(
        sentence, Assert.Throws<SettingsException>(() => SettingsLoader.Load([argument], new Dictionary<string, string>())).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_WrongEnvironmentVariable_NamesTheVariable()
    {
        var environment = new Dictionary<string, string> { ["SERVER_PORT"] = "tcp://10.96.0.1:80" };

        var fault = Assert.Throws<SettingsException>(() => SettingsLoader.Load([], environment));

        Assert.StartsWith("environment variable SERVER_PORT: server.port:", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_EmptyValue_MeansNotSet()
    {
        var settings = SettingsLoader.Load(["--config", Written("server.port=")], new Dictionary<string, string> { ["SERVER_ADDRESS"] = "" });

        Assert.Equal(8080, settings.Get<ServerOptions>().Port);
        Assert.Null(settings.Get<ServerOptions>().Address);
    }

    [Fact]
    public void Load_KeysOfTheOriginal_AreTakenWithoutEffect()
    {
        var settings = SettingsLoader.Load(["--config", Written("spring.application.name=planet-graph")], new Dictionary<string, string>());

        Assert.Equal(["spring.application.name"], settings.WithoutEffect.Select(pair => pair.Key));
    }

    public void Dispose() => folder.Dispose();

    private string Written(string text)
    {
        File.WriteAllText(folder["application.properties"], text);
        return folder["application.properties"];
    }
}
