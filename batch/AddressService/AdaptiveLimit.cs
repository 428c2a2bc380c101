namespace PlanetGraph.Batch.AddressService;

/// <summary>
/// How many calls may be out at a time: one more for every round that goes well, half as many when the service says it is too much
/// (additive increase, multiplicative decrease). While calls take far longer than they did at best, there is no increase.
/// </summary>
internal sealed class AdaptiveLimit(int most, TimeProvider clock)
{
    private const double Congested = 3;
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> waiting = new();
    private double limit = Math.Min(4, most);
    private double best = double.MaxValue;
    private int used;
    private long halvedAt;

    /// <summary>Calls that may be out now.</summary>
    public int Current
    {
        get
        {
            lock (gate)
                return (int)limit;
        }
    }

    public async ValueTask EnterAsync(CancellationToken cancel)
    {
        TaskCompletionSource turn;
        lock (gate)
        {
            if (used < (int)limit)
            {
                used++;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
        }

        await using var registration = cancel.Register(() => turn.TrySetCanceled(cancel));
        await turn.Task;
    }

    /// <summary>A call ended.</summary>
    /// <param name="duration">How long it took.</param>
    /// <param name="isOverload">The service said, or showed by not answering, that it is too much.</param>
    public void Exit(TimeSpan duration, bool isOverload)
    {
        lock (gate)
        {
            used--;
            if (isOverload)
                Halve(duration);
            else
                Grow(duration);
            while (used < (int)limit && waiting.TryDequeue(out var turn))
            {
                if (turn.TrySetResult())
                    used++;
            }
        }
    }

    private void Grow(TimeSpan duration)
    {
        // The best time is forgotten slowly, for a service may become slower for good.
        best = Math.Min(best * 1.001, Math.Max(duration.TotalSeconds, 0.0005));
        if (duration.TotalSeconds <= best * Congested || limit < 2)
            limit = Math.Min(most, limit + (1 / limit));
    }

    // Calls that were out together fail together: that is one sign, not many.
    private void Halve(TimeSpan duration)
    {
        if (halvedAt != 0 && clock.GetElapsedTime(halvedAt) < duration)
            return;
        halvedAt = clock.GetTimestamp();
        limit = Math.Max(1, limit / 2);
    }
}
