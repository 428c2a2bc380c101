using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace PlanetGraph.Batch.Storage.FileServer;

/// <summary>Requests to one folder of the file server: paths become addresses, a server that is away is asked again, refusals become sentences.</summary>
internal sealed class FileServerClient
{
    public static readonly HttpMethod MoveMethod = new("MOVE");
    private static readonly ResiliencePropertyKey<long> Began = new("began");
    private readonly HttpClient _http;
    private readonly Uri _folder;
    private readonly FileServerOptions _options;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<HttpResponseMessage> _retry;

    /// <param name="http">Has no timeout of its own.</param>
    /// <param name="folder">The path below the server's root, with '/' between names.</param>
    /// <param name="options">Where the server is.</param>
    /// <param name="time">The clock of pauses and deadlines.</param>
    public FileServerClient(HttpClient http, string folder, FileServerOptions options, TimeProvider time)
    {
        (_http, _options, _time) = (http, options, time);
        _folder = new Uri(new Uri(options.Url.TrimEnd('/') + "/"), Escape(folder.Trim('/')) + "/");
        _retry = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = attempt => ValueTask.FromResult(MayPass(attempt.Outcome) && !PatienceIsOver(attempt.Context)),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(5),
            MaxRetryAttempts = int.MaxValue,
        }).Build();
    }

    public FileServerOptions Options => _options;

    /// <summary>The address of a path in the folder; a path that ends with '/' is a folder.</summary>
    public Uri Address(string path) => new(_folder, Escape(path));

    /// <summary>Sends what can be sent twice. The answer's body is read by the caller.</summary>
    /// <param name="what">What is tried, to follow "cannot": "read 'a.txt'".</param>
    /// <param name="request">Makes the request anew for every try.</param>
    /// <param name="expected">Answers that are for the caller to judge, besides success.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="StorageException">Refused, or away past the patience.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        string what, Func<HttpRequestMessage> request, ReadOnlyMemory<HttpStatusCode> expected, CancellationToken cancel)
    {
        var context = ResilienceContextPool.Shared.Get(cancel);
        context.Properties.Set(Began, _time.GetTimestamp());
        HttpResponseMessage answer;
        try
        {
            answer = await _retry.ExecuteAsync(async attempt => await SendOnceAsync(request, attempt.CancellationToken), context);
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            throw Away(what, failure);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        if (answer.IsSuccessStatusCode || expected.Span.Contains(answer.StatusCode))
        {
            return answer;
        }

        using (answer)
        {
            throw Refused(what, answer.StatusCode);
        }
    }

    public StorageException Away(string what, Exception failure) =>
        new($"cannot {what}: the file server {_options.Url} does not answer ({failure.Message})", failure) { IsTransient = true };

    public StorageException Refused(string what, HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => new StorageException($"cannot {what}: the file server {_options.Url} has no such file") { IsMissing = true },
        HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Unauthorized =>
            new StorageException($"cannot {what}: the file server {_options.Url} refuses it ({(int)status}): no permission, a symbolic link, or a path outside of the run's result folder"),
        HttpStatusCode.InsufficientStorage => new StorageException($"cannot {what}: the disk of the file server {_options.Url} is full") { IsTransient = true },
        _ => new StorageException($"cannot {what}: the file server {_options.Url} answered {(int)status}") { IsTransient = (int)status >= 500 },
    };

    /// <summary>What HTTP throws when a server or the way to it fails.</summary>
    public static bool IsFailure(Exception failure) => failure is HttpRequestException or IOException or TimeoutException;

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static bool MayPass(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: { } failure } => IsFailure(failure),
        { Result.StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or HttpStatusCode.TooManyRequests } => true,
        _ => false,
    };

    private bool PatienceIsOver(ResilienceContext context) =>
        _time.GetElapsedTime(context.Properties.GetValue(Began, 0)) >= _options.Patience;

    private async Task<HttpResponseMessage> SendOnceAsync(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        using var message = request();
        message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var timer = _time.CreateTimer(state => ((CancellationTokenSource)state!).Cancel(), limit, _options.AnswerTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            return await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {_options.AnswerTimeout.TotalSeconds:0} s", late);
        }
    }
}
