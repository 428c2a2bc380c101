using k8s.Autorest;
using Polly;
using Polly.Retry;

namespace PlanetGraph.Publisher.Cluster;

/// <summary>
/// A cluster whose API server may be away for a while: every call is tried again, and what cannot be done after that is a warning, since the
/// run itself needs none of it.
/// </summary>
internal sealed class PatientCluster(IRunCluster cluster, TimeProvider time, ILogger<PatientCluster> log) : IRunCluster
{
    private const int Tries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = Tries,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<HttpOperationException>(IsTransient),
        })
        .Build();

    public Task RecordAsync(ClusterRecord record, CancellationToken cancellationToken) =>
        TryAsync("write the run's record", token => cluster.RecordAsync(record, token), cancellationToken);

    public Task OwnAsync(CancellationToken cancellationToken) => TryAsync("make the Job the owner", cluster.OwnAsync, cancellationToken);

    public Task FailJobAsync(CancellationToken cancellationToken) => TryAsync("end the Job's tries", cluster.FailJobAsync, cancellationToken);

    public Task DeleteJobAsync(CancellationToken cancellationToken) => TryAsync("delete the Job", cluster.DeleteJobAsync, cancellationToken);

    private static bool IsTransient(HttpOperationException refusal) => (int)refusal.Response.StatusCode is 429 or >= 500;

    private async Task TryAsync(string what, Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await _pipeline.ExecuteAsync(async token => await call(token), cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or HttpOperationException)
        {
            log.ClusterRefused(what, e.Message);
        }
    }
}
