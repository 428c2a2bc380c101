using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PlanetGraph.Generator.Tests.Cluster;

/// <summary>An API server on loopback that has nothing: every question gets an empty list.</summary>
internal sealed class EmptyCluster : IAsyncDisposable
{
    private static readonly byte[] Nothing = Encoding.UTF8.GetBytes("""{"apiVersion":"v1","kind":"List","metadata":{},"items":[]}""");

    private readonly HttpListener _listener = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("planet-graph-kubeconfig-");
    private readonly Task _answering;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EmptyCluster()
    {
        var port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        File.WriteAllText(Kubeconfig, $$"""
            apiVersion: v1
            kind: Config
            current-context: a
            contexts: [{ name: a, context: { cluster: a, user: a } }]
            clusters: [{ name: a, cluster: { server: "http://127.0.0.1:{{port}}" } }]
            users: [{ name: a, user: { token: none } }]

            """);
        _answering = AnswerAsync();
    }

    public string Kubeconfig => Path.Combine(_folder.FullName, "config");

    /// <summary>Ends when the first question came.</summary>
    public Task Asked => _asked.Task;

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _answering;
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _asked.TrySetResult();
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(Nothing);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
