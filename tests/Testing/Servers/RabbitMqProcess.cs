using System.Globalization;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers.Programs;

namespace PlanetGraph.Testing.Servers;

/// <summary>RabbitMQ as a process: its own node name, its own port mapper (epmd) and distribution port, nothing shared with another node.</summary>
internal static class RabbitMqProcess
{
    // Debian's /usr/sbin/rabbitmq-server is a wrapper that changes user and throws the environment away; the real script is here.
    private const string BehindDebiansWrapper = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    /// <summary>The server's script by full path, or null.</summary>
    public static string? Find(IProgramSource source) => source.Find(BehindDebiansWrapper, "rabbitmq-server");

    public static IServerHost Host(IProgramSource source, string program, int port, int managementPort, string settings)
    {
        var mapper = new PortMapper(source);
        var distribution = LoopbackPort.Free();
        var host = new ProcessHost(source.Describe(program), "rabbitmq", async (folder, cancel) =>
        {
            await mapper.EnsureStartedAsync(cancel);
            await File.WriteAllTextAsync(folder["rabbitmq.conf"], Configuration(port, managementPort) + settings + "\n", cancel);
            await File.WriteAllTextAsync(folder["enabled_plugins"], "[rabbitmq_management].", cancel);
            var (started, arguments) = source.Command(program, []);
            return await LeashedProcess.StartAsync(started, arguments, Environment(folder, port, distribution, mapper.Port), cancel);
        });
        return new WithPortMapper(host, mapper);
    }

    private static string Configuration(int port, int managementPort) => string.Create(CultureInfo.InvariantCulture, $"""
        listeners.tcp.1 = 127.0.0.1:{port}
        management.tcp.ip = 127.0.0.1
        management.tcp.port = {managementPort}
        log.file = false
        log.console = true
        log.console.level = warning
        disk_free_limit.absolute = 50MB

        """);

    private static Dictionary<string, string?> Environment(TemporaryFolder folder, int port, int distribution, int mapper) => new()
    {
        // The script then runs the virtual machine in its own place, so the process started is the broker itself.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        ["HOME"] = folder.Path,
        ["ERL_EPMD_PORT"] = mapper.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = $"planet-graph-{port}@localhost",
        ["RABBITMQ_DIST_PORT"] = distribution.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_CONFIG_FILE"] = folder["rabbitmq.conf"],
        ["RABBITMQ_CONF_ENV_FILE"] = folder["none.conf"],
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = folder["enabled_plugins"],
        ["RABBITMQ_MNESIA_BASE"] = folder["data"],
        ["RABBITMQ_LOG_BASE"] = folder["log"],
        ["RABBITMQ_PID_FILE"] = folder["pid"],
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}",
    };

    /// <summary>An epmd in the foreground: the one that a node starts by itself would outlive it.</summary>
    private sealed class PortMapper(IProgramSource source) : IAsyncDisposable
    {
        private LeashedProcess? _process;

        public int Port { get; } = LoopbackPort.Free();

        public async Task EnsureStartedAsync(CancellationToken cancel)
        {
            if (_process is { HasExited: false })
            {
                return;
            }

            var program = source.Find("epmd") ?? throw new ServerException("epmd, which RabbitMQ needs, is not on PATH: run eng/install-servers.");
            var (started, arguments) = source.Command(program, ["-port", Port.ToString(CultureInfo.InvariantCulture), "-address", "127.0.0.1"]);
            _process = await LeashedProcess.StartAsync(started, arguments, new Dictionary<string, string?>(), cancel);
            await Eventually.HoldsAsync(() => LoopbackPort.AcceptsAsync(Port), "epmd accepts connections", detail: () => _process.Output.Tail(), cancel: cancel);
        }

        public async ValueTask DisposeAsync()
        {
            if (_process is { } process)
            {
                await process.DisposeAsync();
            }
        }
    }

    private sealed class WithPortMapper(IServerHost broker, PortMapper mapper) : IServerHost
    {
        public string Origin => broker.Origin;

        public string Log => broker.Log;

        public bool HasExited => broker.HasExited;

        public Task StartAsync(CancellationToken cancel) => broker.StartAsync(cancel);

        public Task StopAsync(CancellationToken cancel) => broker.StopAsync(cancel);

        public Task KillAsync(CancellationToken cancel) => broker.KillAsync(cancel);

        public Task FreezeAsync(CancellationToken cancel) => broker.FreezeAsync(cancel);

        public Task ContinueAsync(CancellationToken cancel) => broker.ContinueAsync(cancel);

        public Task WipeAsync(CancellationToken cancel) => broker.WipeAsync(cancel);

        public async ValueTask DisposeAsync()
        {
            await broker.DisposeAsync();
            await mapper.DisposeAsync();
        }
    }
}
