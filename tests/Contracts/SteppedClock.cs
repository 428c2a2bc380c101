namespace PlanetGraph.Contracts;

/// <summary>The real clock, moved by hand: leases pass without waiting, timers still run.</summary>
public sealed class SteppedClock : TimeProvider
{
    private TimeSpan offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;

    public void Step(TimeSpan by) => offset += by;
}
