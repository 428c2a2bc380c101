using PlanetGraph.Batch.Storage.FileServer;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Storage;

/// <summary>An nginx over a folder of one test, and storages on it.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new("file-server");
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private NginxServer? _server;

    public string Input => _data["1613965896/input"];

    public string Result => _data["1613965896/result"];

    public NginxServer Server => _server!;

    public FileServerInputStorage InputStorage => new(_http, "1613965896", Options, TimeProvider.System);

    public FileServerResultStorage ResultStorage => new(_http, "1613965896", Options, TimeProvider.System);

    private FileServerOptions Options => new() { Url = Server.BaseAddress.AbsoluteUri, Patience = TimeSpan.FromSeconds(20), AnswerTimeout = TimeSpan.FromSeconds(5) };

    public async Task StartAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(Input);
        Directory.CreateDirectory(Result);
        _server = await NginxServer.StartNewAsync(_data.Path, "1613965896", cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _http.Dispose();
        _data.Dispose();
    }
}
