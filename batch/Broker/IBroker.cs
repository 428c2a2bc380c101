using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Broker;

/// <summary>
/// Carries tasks from the publisher to whichever worker is free, at least once. It may lose everything: the ledger is the truth, and the
/// publisher publishes again what is not done. Reconnecting is the implementation's own business.
/// </summary>
/// <remarks>Every method throws <see cref="BrokerUnavailableException"/> once the broker stayed away past its patience.</remarks>
public interface IBroker : IAsyncDisposable
{
    /// <summary>Makes what a run needs (exchanges, queue, dead-letter queue). Doing it twice changes nothing.</summary>
    Task DeclareAsync(RunId run, CancellationToken cancel);

    /// <summary>Publishes and returns when the broker has confirmed every message; on an exception some may be there already.</summary>
    Task PublishAsync(RunId run, IReadOnlyCollection<TaskMessage> messages, CancellationToken cancel);

    /// <summary>
    /// Deliveries, at most <paramref name="prefetch"/> unsettled at a time, until <paramref name="cancel"/>. Cancelling ends the
    /// sequence without an exception and hands back what was not taken out of it; deliveries that were taken can still be settled.
    /// </summary>
    IAsyncEnumerable<TaskDelivery> ConsumeAsync(RunId run, int prefetch, CancellationToken cancel);

    /// <summary>Tells every worker of the run something. A worker that comes later does not hear it: it asks the ledger first.</summary>
    Task SignalAsync(RunId run, ControlMessage message, CancellationToken cancel);

    /// <summary>What was signalled since this was called, until <paramref name="cancel"/>, which ends the sequence without an exception.</summary>
    IAsyncEnumerable<ControlMessage> ListenAsync(RunId run, CancellationToken cancel);

    /// <summary>How much waits and how much is out; null when the run's queue does not exist (a broker that lost its disk).</summary>
    Task<QueueDepth?> DepthAsync(RunId run, CancellationToken cancel);

    /// <summary>Removes everything of the run. Doing it twice changes nothing.</summary>
    Task DeleteAsync(RunId run, CancellationToken cancel);
}
