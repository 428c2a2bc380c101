using Microsoft.Extensions.ObjectPool;
using PlanetGraph.Engine;

namespace PlanetGraph.Service.Gazetteer;

/// <summary>
/// The standardizer that answers requests. A reload of the dictionary swaps it atomically: a request keeps the one it began with,
/// the next request gets the new one, none waits.
/// </summary>
public sealed class StandardizerHolder : IDisposable
{
    private readonly Lazy<Standardizer> data;
    private Generation? current;

    /// <summary>Holds the standardizer that <paramref name="open"/> gives; it is opened on first use and disposed with the holder.</summary>
    public StandardizerHolder(Func<Standardizer> open) => data = new Lazy<Standardizer>(open);

    /// <summary>The standardizer on the data file alone, from which those with a dictionary are made.</summary>
    public Standardizer Data => data.Value;

    /// <summary>The standardizer in use.</summary>
    public Standardizer Current => Now.Standardizer;

    private Generation Now => Volatile.Read(ref current) ?? First();

    /// <summary>
    /// Puts another standardizer in use, one made from <see cref="Data"/> with <see cref="Standardizer.WithDictionary"/>.
    /// The replaced one is left to the garbage collector: requests in flight still work with it, and its data is shared.
    /// </summary>
    public void Use(Standardizer next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Volatile.Write(ref current, new Generation(next));
    }

    /// <summary>A session of the standardizer in use, for one thread, until the lease is disposed.</summary>
    public SessionLease Rent()
    {
        var sessions = Now.Sessions;
        return new SessionLease(sessions, sessions.Get());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (data.IsValueCreated)
        {
            data.Value.Dispose();
        }
    }

    private Generation First()
    {
        var first = new Generation(Data);
        return Interlocked.CompareExchange(ref current, first, null) ?? first;
    }

    private sealed class Generation(Standardizer standardizer)
    {
        public Standardizer Standardizer { get; } = standardizer;

        public ObjectPool<StandardizerSession> Sessions { get; } =
            new DefaultObjectPool<StandardizerSession>(new SessionPolicy(standardizer), Environment.ProcessorCount * 2);
    }

    private sealed class SessionPolicy(Standardizer standardizer) : PooledObjectPolicy<StandardizerSession>
    {
        public override StandardizerSession Create() => standardizer.CreateSession();

        public override bool Return(StandardizerSession obj) => true;
    }
}
