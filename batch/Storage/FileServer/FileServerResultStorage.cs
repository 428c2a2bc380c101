using System.Net;

namespace PlanetGraph.Batch.Storage.FileServer;

/// <summary>The result folder behind the file server: WebDAV PUT, MOVE and DELETE. What has no name yet lies in <c>.parts/</c>.</summary>
public sealed class FileServerResultStorage : IResultStorage
{
    private readonly FileServerClient _client;
    private readonly HttpClient _http;

    /// <param name="http">A client without a timeout of its own.</param>
    /// <param name="inputDataPath">The run's path below the server's root.</param>
    /// <param name="options">Where the server is.</param>
    /// <param name="time">The clock.</param>
    public FileServerResultStorage(HttpClient http, string inputDataPath, FileServerOptions options, TimeProvider time)
    {
        _http = http;
        _client = new FileServerClient(http, $"{inputDataPath.Trim('/')}/result", options, time);
    }

    public bool CanWriteAt => false;

    public Task<PendingFile> CreateAsync(string path, CancellationToken cancel) =>
        Task.FromResult<PendingFile>(new FileServerPendingFile(_http, _client, $".parts/{Guid.NewGuid():N}.tmp", path));

    public Task<WritableFile> OpenAtAsync(string path, long position, CancellationToken cancel) =>
        throw new NotSupportedException($"The file server cannot write '{path}' at a place; ask {nameof(CanWriteAt)} first.");

    public async Task<Stream> OpenAsync(string path, CancellationToken cancel)
    {
        var first = await GetAsync(path, 0, cancel);
        return new FileServerReadStream(
            first, 0, async (position, token) => await GetAsync(path, position, token), failure => _client.Away($"read '{path}'", failure));
    }

    public async Task<long?> LengthAsync(string path, CancellationToken cancel)
    {
        using var answer = await _client.SendAsync(
            $"look at '{path}'", () => new HttpRequestMessage(HttpMethod.Head, _client.Address(path)), new[] { HttpStatusCode.NotFound }, cancel);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : answer.Content.Headers.ContentLength;
    }

    public Task MoveAsync(IReadOnlyCollection<FileMove> moves, CancellationToken cancel) =>
        ForEachAsync(moves, (move, token) => _client.MoveAsync(move, token), cancel);

    public Task DeleteAsync(IReadOnlyCollection<string> paths, CancellationToken cancel) => ForEachAsync(paths, DeleteAsync, cancel);

    public Task DeleteFolderAsync(string path, CancellationToken cancel) => DeleteAsync(path.TrimEnd('/') + "/", cancel);

    private async Task DeleteAsync(string path, CancellationToken cancel)
    {
        using var answer = await _client.SendAsync(
            $"delete '{path}'", () => new HttpRequestMessage(HttpMethod.Delete, _client.Address(path)), new[] { HttpStatusCode.NotFound }, cancel);
    }

    private Task<HttpResponseMessage> GetAsync(string path, long position, CancellationToken cancel) => _client.SendAsync(
        $"read '{path}'",
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, _client.Address(path));
            request.Headers.Range = position > 0 ? new System.Net.Http.Headers.RangeHeaderValue(position, null) : null;
            return request;
        },
        default,
        cancel);

    private Task ForEachAsync<TItem>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task> act, CancellationToken cancel) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = _client.Options.Parallelism, CancellationToken = cancel },
            async (item, token) => await act(item, token));
}
