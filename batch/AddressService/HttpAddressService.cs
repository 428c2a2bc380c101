using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Processing;
using PlanetGraph.Batch.Tasks;
using Polly;
using Polly.Retry;

namespace PlanetGraph.Batch.AddressService;

/// <summary>
/// The address service over HTTP. It is waited for while it is away. When it breaks over a batch again and again although it answers a plain
/// question in between, one of the addresses breaks it: halving finds which, and that one gets an error.
/// </summary>
public sealed class HttpAddressService : IAddressService, IDisposable
{
    // A sick service may break over anything for a while, and must not make errors of good rows.
    private const int BreaksOfABatch = 3;
    private const int BreaksOfARow = 6;

    private readonly HttpClient client;
    private readonly AddressServiceOptions options;
    private readonly AdaptiveLimit limit;
    private readonly BatchMetrics metrics;
    private readonly TimeProvider clock;
    private readonly ILogger<HttpAddressService> logger;
    private readonly ResiliencePipeline<CallResult> retry;
    private readonly ConcurrentBag<ServiceCall> calls = [];
    private readonly Utf8Rows plainQuestion = new(rows: 1);

    public HttpAddressService(IOptions<AddressServiceOptions> options, BatchMetrics metrics, TimeProvider clock, ILogger<HttpAddressService> logger)
    {
        this.options = options.Value;
        this.metrics = metrics;
        this.clock = clock;
        this.logger = logger;
        limit = new AdaptiveLimit(this.options.MostCalls, clock);
        plainQuestion.Add("北京"u8);
        client = new HttpClient(new SocketsHttpHandler
        {
            PooledConnectionLifetime = this.options.ConnectionLifetime,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            UseProxy = false,
            UseCookies = false,
        })
        {
            BaseAddress = new Uri(this.options.Url!.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        retry = new ResiliencePipelineBuilder<CallResult> { TimeProvider = clock }.AddRetry(new RetryStrategyOptions<CallResult>
        {
            ShouldHandle = call => ValueTask.FromResult(call.Outcome.Result.Kind is CallKind.Away or CallKind.Broken && !IsOver(call.Context)),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(5),
            MaxRetryAttempts = int.MaxValue,
            DelayGenerator = call => ValueTask.FromResult(call.Outcome.Result.RetryAfter),
            OnRetry = call =>
            {
                metrics.AddRetry(call.Outcome.Result.Kind.ToString());
                Log.ServiceRetry(logger, call.Outcome.Result.Cause, call.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    private static readonly ResiliencePropertyKey<Ask> Asked = new("ask");

    public int BatchesInFlight => options.BatchesInFlight;

    public int BatchRows => options.BatchSize;

    public ValueTask StandardizeAsync(Utf8Rows addresses, AnswerBatch answers, CancellationToken cancel) =>
        AskAsync(addresses, 0, addresses.Count, answers, cancel);

    public void Dispose() => client.Dispose();

    private async ValueTask AskAsync(Utf8Rows addresses, int first, int count, AnswerBatch answers, CancellationToken cancel)
    {
        var ask = new Ask(addresses, first, count, answers, clock.GetTimestamp());
        var context = ResilienceContextPool.Shared.Get(cancel);
        context.Properties.Set(Asked, ask);
        try
        {
            var result = await retry.ExecuteAsync(static async (context, state) => await state.self.TryAsync(state.ask, context.CancellationToken), context, (self: this, ask));
            if (result.Kind is CallKind.Answered)
                return;
            if (!ask.IsGivenUp && result.Kind is not CallKind.Refused)
                throw new ServiceUnavailableException($"the address service at {client.BaseAddress} did not answer for {options.Patience.TotalSeconds:0} s: {result.Cause}");
            if (count == 1)
            {
                if (result.Kind is CallKind.Refused)
                    answers.AddError(ErrorReason.Refused, result.Cause);
                else
                    answers.AddError(ErrorReason.Breaks, $"the service breaks over this address: {result.Cause}");
                return;
            }
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        await AskAsync(addresses, first, count / 2, answers, cancel);
        await AskAsync(addresses, first + (count / 2), count - (count / 2), answers, cancel);
    }

    private async Task<CallResult> TryAsync(Ask ask, CancellationToken cancel)
    {
        var result = await CallAsync(ask.Addresses, ask.First, ask.Count, ask.Answers, cancel);
        if (result.Kind is not CallKind.Broken)
        {
            ask.Breaks = 0;
            return result;
        }

        var isSick = (await CallAsync(plainQuestion, 0, 1, null, cancel)).Kind is not CallKind.Answered;
        ask.Breaks = isSick ? 0 : ask.Breaks + 1;
        ask.IsGivenUp = ask.Breaks >= (ask.Count == 1 ? BreaksOfARow : BreaksOfABatch);
        return result;
    }

    private async Task<CallResult> CallAsync(Utf8Rows addresses, int first, int count, AnswerBatch? answers, CancellationToken cancel)
    {
        await limit.EnterAsync(cancel);
        var call = calls.TryTake(out var used) ? used : new ServiceCall();
        var began = clock.GetTimestamp();
        var result = new CallResult(CallKind.Broken, "the call was abandoned");
        try
        {
            using var timeout = new CancellationTokenSource(options.Timeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
            try
            {
                result = await call.SendAsync(client, addresses, first, count, either.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                result = new CallResult(CallKind.Broken, $"no answer within {options.Timeout.TotalSeconds:0.#} s");
            }

            if (result.Kind is CallKind.Answered && answers is not null)
                call.CopyTo(answers);
            return result;
        }
        finally
        {
            var duration = clock.GetElapsedTime(began);
            metrics.AddCall(duration);
            limit.Exit(duration, isOverload: result.Kind is CallKind.Away or CallKind.Broken);
            calls.Add(call);
        }
    }

    private bool IsOver(ResilienceContext context)
    {
        var ask = context.Properties.GetValue(Asked, null!);
        return ask.IsGivenUp || clock.GetElapsedTime(ask.Began) > options.Patience;
    }

    private sealed record Ask(Utf8Rows Addresses, int First, int Count, AnswerBatch Answers, long Began)
    {
        /// <summary>Times it broke although the service was well.</summary>
        public int Breaks { get; set; }

        public bool IsGivenUp { get; set; }
    }
}
