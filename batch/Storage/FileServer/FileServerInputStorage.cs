using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Storage.FileServer;

/// <summary>The input folder as the file server shows it: nginx with JSON listings and byte ranges. Times have whole seconds.</summary>
public sealed class FileServerInputStorage : IInputStorage
{
    private const char Replacement = '\uFFFD';
    private readonly FileServerClient _client;

    /// <param name="http">A client without a timeout of its own.</param>
    /// <param name="inputDataPath">The run's path below the server's root.</param>
    /// <param name="options">Where the server is.</param>
    /// <param name="time">The clock.</param>
    public FileServerInputStorage(HttpClient http, string inputDataPath, FileServerOptions options, TimeProvider time) =>
        _client = new FileServerClient(http, $"{inputDataPath.Trim('/')}/input", options, time);

    public async IAsyncEnumerable<ListedFile> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var folders = new Stack<string>([""]);
        while (folders.TryPop(out var folder))
        {
            var (entries, skipped) = await EntriesAsync(folder, cancel);
            if (skipped is not null)
            {
                yield return skipped;
            }

            foreach (var entry in entries)
            {
                var path = folder + entry.Name;
                if (entry.Name.Contains(Replacement, StringComparison.Ordinal))
                {
                    yield return new ListedFile(new FileEntry(path, 0, 0), "its name is not UTF-8: rename it", IsFailure: true);
                }
                else if (entry.Type == "directory")
                {
                    folders.Push(path + "/");
                }
                else if (entry.Type == "file")
                {
                    yield return new ListedFile(new FileEntry(path, entry.Size, Milliseconds(DateTimeOffset.Parse(entry.Mtime, CultureInfo.InvariantCulture))));
                }
                else
                {
                    yield return new ListedFile(new FileEntry(path, 0, 0), $"no regular file (the file server calls it '{entry.Type}')");
                }
            }
        }
    }

    public async Task<Stream> OpenAsync(FileEntry file, long offset, CancellationToken cancel)
    {
        var answer = await RequestAsync(HttpMethod.Get, file, offset, cancel);
        return answer is null
            ? Stream.Null
            : new FileServerReadStream(
                answer, offset, (position, token) => RequestAsync(HttpMethod.Get, file, position, token), failure => _client.Away($"read '{file.Path}'", failure));
    }

    public async Task VerifyAsync(FileEntry file, CancellationToken cancel) =>
        (await RequestAsync(HttpMethod.Head, file, 0, cancel))?.Dispose();

    /// <summary>The answer with the file from the offset on; null when nothing is left behind it.</summary>
    private async Task<HttpResponseMessage?> RequestAsync(HttpMethod method, FileEntry file, long offset, CancellationToken cancel)
    {
        // The byte before is asked for too where nothing follows, since a range of no bytes is an error and would tell nothing of the file.
        var ask = offset > 0 ? Math.Min(offset, file.Length - 1) : 0;
        var answer = await _client.SendAsync(
            $"read '{file.Path}'",
            () =>
            {
                var request = new HttpRequestMessage(method, _client.Address(file.Path));
                request.Headers.Range = ask > 0 ? new RangeHeaderValue(ask, null) : null;
                return request;
            },
            new[] { HttpStatusCode.NotFound, HttpStatusCode.RequestedRangeNotSatisfiable },
            cancel);
        try
        {
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                throw new InputChangedException($"'{file.Path}' vanished after it was listed");
            }

            var length = answer.Content.Headers.ContentRange?.Length ?? answer.Content.Headers.ContentLength;
            if (length != file.Length)
            {
                throw new InputChangedException($"'{file.Path}' changed after it was listed: it had {file.Length} bytes and has {length}");
            }

            if (answer.Content.Headers.LastModified is { } modified && Milliseconds(modified) != file.ModifiedMs)
            {
                throw new InputChangedException($"'{file.Path}' was written to after it was listed");
            }

            if (offset == ask)
            {
                return answer;
            }

            answer.Dispose();
            return null;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private async Task<(FileServerEntry[] Entries, ListedFile? Skipped)> EntriesAsync(string folder, CancellationToken cancel)
    {
        var what = $"list the input folder '{_client.Address(folder)}'";
        using var answer = await _client.SendAsync(
            what, () => new HttpRequestMessage(HttpMethod.Get, _client.Address(folder)), new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden }, cancel);
        if (folder.Length == 0 && !answer.IsSuccessStatusCode)
        {
            throw _client.Refused(what, answer.StatusCode);
        }

        if (!answer.IsSuccessStatusCode)
        {
            // A linked folder is listed by its parent and then not found.
            var entry = new FileEntry(folder.TrimEnd('/'), 0, 0);
            return ([], answer.StatusCode == HttpStatusCode.NotFound
                ? new ListedFile(entry, "a symbolic link, which is not followed, or a folder that vanished while it was listed")
                : new ListedFile(entry, "cannot list the folder: the file server has no permission", IsFailure: true));
        }

        try
        {
            // Names that are not UTF-8 come as they are in the folder; reading the text first makes them visible instead of breaking the list.
            var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancel));
            return (JsonSerializer.Deserialize(text, FileServerJson.Default.FileServerEntryArray) ?? [], null);
        }
        catch (JsonException broken)
        {
            throw new StorageException($"cannot {what}: the answer is no JSON listing; the file server needs autoindex_format json (docker/nginx)", broken);
        }
        catch (Exception failure) when (FileServerClient.IsFailure(failure))
        {
            throw _client.Away(what, failure);
        }
    }

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeSeconds() * 1000;
}
