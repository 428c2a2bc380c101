using System.Globalization;
using DotNet.Testcontainers.Configurations;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers.Programs;

namespace PlanetGraph.Testing.Servers;

/// <summary>A real nginx as the batch's file server, with the configuration that the charts ship.</summary>
public sealed class NginxServer : Server
{
    private const string Image = "nginx:1.26";
    private readonly HttpClient _client = new();

    private NginxServer(IServerHost host, int port) : base(host) => Port = port;

    public int Port { get; }

    /// <summary>Where the served folder is found.</summary>
    public Uri BaseAddress => new($"http://127.0.0.1:{Port}/");

    /// <summary>Serves a base data folder; only the result folder of one run's input path can be written.</summary>
    /// <param name="baseDataFolder">The folder, by full path, that holds {inputDataPath}/input and /result.</param>
    /// <param name="inputDataPath">The one input path whose result folder takes PUT, MKCOL, MOVE and DELETE.</param>
    /// <param name="cancel">Gives up the start.</param>
    public static async Task<NginxServer> StartNewAsync(string baseDataFolder, string inputDataPath, CancellationToken cancel = default)
    {
        var port = LoopbackPort.Free();
        IServerHost host = new ThisMachine().Find("nginx") is { } program
            ? new ProcessHost(program, "nginx", (folder, token) => StartProcessAsync(program, folder, port, baseDataFolder, inputDataPath, token))
            : new ContainerHost(Image, container => container
                .WithPortBinding(port, 80)
                .WithBindMount(baseDataFolder, "/home/config", AccessMode.ReadWrite)
                .WithResourceMapping(System.Text.Encoding.UTF8.GetBytes(SiteConfiguration(80, "/home/config", inputDataPath, "/tmp")), "/etc/nginx/conf.d/default.conf"));
        return await StartedAsync(new NginxServer(host, port), cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await base.DisposeAsync();
    }

    private protected override async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(BaseAddress, "healthz"), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<LeashedProcess> StartProcessAsync(
        string program, TemporaryFolder folder, int port, string root, string inputDataPath, CancellationToken cancel)
    {
        // A single process in the foreground: a kill ends all of it. Root must name itself, else nginx serves as nobody.
        var user = Environment.IsPrivilegedProcess ? $"user {Environment.UserName};" : "";
        var configuration = $$"""
            daemon off;
            master_process off;
            {{user}}
            pid {{folder["pid"]}};
            error_log stderr warn;
            events { worker_connections 1024; }
            http {
              access_log off;
              proxy_temp_path {{folder["proxy"]}};
              fastcgi_temp_path {{folder["fastcgi"]}};
              uwsgi_temp_path {{folder["uwsgi"]}};
              scgi_temp_path {{folder["scgi"]}};
              {{SiteConfiguration(port, root, inputDataPath, folder["body"])}}
            }
            """;
        await File.WriteAllTextAsync(folder["nginx.conf"], configuration, cancel);
        return await LeashedProcess.StartAsync(
            program, ["-c", folder["nginx.conf"], "-p", folder.Path, "-e", "stderr"], new Dictionary<string, string?>(), cancel);
    }

    private static string SiteConfiguration(int port, string root, string inputDataPath, string bodies) =>
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docker", "nginx", "file-server.conf.template"))
            .Replace("${FILESERVER_PORT}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("${FILESERVER_ROOT}", root, StringComparison.Ordinal)
            .Replace("${FILESERVER_RESULT}", $"/{inputDataPath.Trim('/')}/result/", StringComparison.Ordinal)
            .Replace("${FILESERVER_BODIES}", bodies, StringComparison.Ordinal);
}
