namespace PlanetGraph.E2E.Tests.Lab;

/// <summary>Waits for conditions of the cluster, each with a deadline and a sentence that says what was waited for.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>Asks until the answer is there.</summary>
    /// <param name="what">What is waited for, for the failure's message.</param>
    /// <param name="within">The deadline.</param>
    /// <param name="ask">Gives the answer, or null to be asked again; what it throws counts as null, and the last of it is in the failure.</param>
    public static async Task<T> UntilAsync<T>(string what, TimeSpan within, Func<CancellationToken, Task<T?>> ask)
        where T : class
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(within);
        using var timer = new PeriodicTimer(Between);
        Exception? last = null;
        try
        {
            do
            {
                try
                {
                    if (await ask(deadline.Token) is { } answer)
                    {
                        return answer;
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    last = e;
                }
            }
            while (await timer.WaitForNextTickAsync(deadline.Token));
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
        }

        throw new TimeoutException($"Waited {within.TotalSeconds:0} s in vain for {what}. {last?.Message}", last);
    }

    /// <summary>Asks until the condition holds.</summary>
    public static Task UntilAsync(string what, TimeSpan within, Func<CancellationToken, Task<bool>> holds) =>
        UntilAsync(what, within, async cancel => await holds(cancel) ? "yes" : null);
}
