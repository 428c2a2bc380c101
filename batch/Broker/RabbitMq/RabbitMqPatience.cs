using Microsoft.Extensions.Logging;

namespace PlanetGraph.Batch.Broker.RabbitMq;

/// <summary>Does something with the broker again and again until it works, the patience is over, or it can never work.</summary>
internal sealed class RabbitMqPatience(RabbitMqOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Runs the attempt until it succeeds.</summary>
    /// <param name="what">What is tried, to follow "cannot": "publish tasks of run x".</param>
    /// <param name="attempt">Tries once, and cleans up after itself when it fails. Calls its second argument when it came further, which renews the patience.</param>
    /// <param name="cancel">Ends it with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="BrokerUnavailableException">The patience is over, or trying again cannot help.</exception>
    public async Task<TResult> UntilDoneAsync<TResult>(
        string what, Func<CancellationToken, Action, Task<TResult>> attempt, CancellationToken cancel)
    {
        var since = time.GetTimestamp();
        for (var pause = options.RetryPause; ; pause = Min(pause * 2, LongestPause))
        {
            try
            {
                return await attempt(cancel, () => (since, pause) = (time.GetTimestamp(), options.RetryPause));
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                var sentence = RabbitMqRefusal.Sentence(exception, options);
                if (!RabbitMqRefusal.MayPass(exception))
                {
                    throw new BrokerUnavailableException($"Cannot {what}: {sentence}.", exception);
                }

                var away = time.GetElapsedTime(since);
                if (away >= options.Patience)
                {
                    throw new BrokerUnavailableException(
                        $"Cannot {what}: {sentence}. Given up after {away.TotalSeconds:0} s (broker.patience is {options.Patience.TotalSeconds:0} s).", exception);
                }

                logger.BrokerAway(what, sentence, pause);
            }

            await Task.Delay(pause, time, cancel);
        }
    }

    /// <inheritdoc cref="UntilDoneAsync{TResult}"/>
    public Task UntilDoneAsync(string what, Func<CancellationToken, Task> attempt, CancellationToken cancel) =>
        UntilDoneAsync(
            what,
            async (token, _) =>
            {
                await attempt(token);
                return true;
            },
            cancel);

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
