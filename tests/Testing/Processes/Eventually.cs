using System.Diagnostics;

namespace PlanetGraph.Testing.Processes;

/// <summary>Waits for a condition with a deadline, instead of sleeping and hoping.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold within the deadline; the message names what was awaited and what <paramref name="detail"/> says.</exception>
    public static async Task HoldsAsync(
        Func<Task<bool>> condition, string what, TimeSpan? deadline = null, Func<string>? detail = null, CancellationToken cancel = default)
    {
        var limit = deadline ?? TimeSpan.FromSeconds(60);
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException($"Within {limit.TotalSeconds:0} s it did not come to this: {what}. {detail?.Invoke()}");
            }

            await Task.Delay(Pause, TimeProvider.System, cancel);
        }
    }

    /// <inheritdoc cref="HoldsAsync(Func{Task{bool}}, string, TimeSpan?, Func{string}?, CancellationToken)"/>
    public static Task HoldsAsync(
        Func<bool> condition, string what, TimeSpan? deadline = null, Func<string>? detail = null, CancellationToken cancel = default) =>
        HoldsAsync(() => Task.FromResult(condition()), what, deadline, detail, cancel);
}
