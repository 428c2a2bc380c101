using System.Threading.RateLimiting;
using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Standardize;

/// <summary>
/// Bounds the work: so many requests in the house, and of those so many that compute. The second bound keeps the thread pool free
/// for health probes; the first keeps memory and waiting time bounded: who finds the house full is refused at once.
/// </summary>
internal sealed class Admission : IDisposable
{
    private readonly ConcurrencyLimiter house;
    private readonly ConcurrencyLimiter turns;

    public Admission(RequestOptions options)
    {
        var inFlight = options.MaxInFlight > 0 ? options.MaxInFlight : RequestOptions.InFlightForEachCore * Environment.ProcessorCount;
        house = new(new() { PermitLimit = inFlight, QueueLimit = 0 });
        turns = new(new()
        {
            PermitLimit = options.Concurrency > 0 ? options.Concurrency : Environment.ProcessorCount,
            QueueLimit = inFlight,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>A place in the house; not acquired when it is full.</summary>
    public RateLimitLease Enter() => house.AttemptAcquire();

    /// <summary>A turn to compute; never refused to one who is in the house.</summary>
    public ValueTask<RateLimitLease> TurnAsync(CancellationToken cancel) => turns.AcquireAsync(1, cancel);

    public void Dispose()
    {
        house.Dispose();
        turns.Dispose();
    }
}
