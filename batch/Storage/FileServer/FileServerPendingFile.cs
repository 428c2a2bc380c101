using System.IO.Pipelines;

namespace PlanetGraph.Batch.Storage.FileServer;

/// <summary>An upload that grows as it is written, under a name of its own; committing it moves it to its path.</summary>
internal sealed class FileServerPendingFile : PendingFile
{
    private readonly FileServerClient _client;
    private readonly string _pending;
    private readonly string _path;
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 1 << 20, resumeWriterThreshold: 1 << 19, useSynchronizationContext: false));
    private readonly CancellationTokenSource _abort = new();
    private readonly Task<HttpResponseMessage> _upload;
    private bool _committed;

    public FileServerPendingFile(HttpClient http, FileServerClient client, string pending, string path)
    {
        (_client, _pending, _path) = (client, pending, path);
        _upload = UploadAsync(http);
    }

    private string What => $"write '{_path}'";

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var flushed = await _pipe.Writer.WriteAsync(bytes, cancel);
        if (flushed.IsCompleted)
        {
            // Nobody reads any more: the upload has failed, and says why.
            await FinishAsync(cancel);
            throw new StorageException($"cannot {What}: the file server ended the upload before its end") { IsTransient = true };
        }
    }

    public override async Task CommitAsync(CancellationToken cancel)
    {
        await _pipe.Writer.CompleteAsync();
        await FinishAsync(cancel);
        await _client.MoveAsync(new FileMove(_pending, _path), cancel);
        _committed = true;
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_committed)
        {
            // The server keeps nothing of an upload whose connection ends before its body does.
            await _abort.CancelAsync();
            await _upload.ContinueWith(
                static upload => upload.IsCompletedSuccessfully ? null : upload.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        await _pipe.Writer.CompleteAsync();
        _abort.Dispose();
    }

    private async Task<HttpResponseMessage> UploadAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, _client.Address(_pending)) { Content = new StreamContent(_pipe.Reader.AsStream()) };
        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _abort.Token);
        }
        finally
        {
            await _pipe.Reader.CompleteAsync();
        }
    }

    private async Task FinishAsync(CancellationToken cancel)
    {
        try
        {
            using var answer = await _upload.WaitAsync(cancel);
            if (!answer.IsSuccessStatusCode)
            {
                throw _client.Refused(What, answer.StatusCode);
            }
        }
        catch (Exception failure) when (FileServerClient.IsFailure(failure))
        {
            throw _client.Away(What, failure);
        }
    }
}
