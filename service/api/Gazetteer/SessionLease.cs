using Microsoft.Extensions.ObjectPool;
using PlanetGraph.Engine;

namespace PlanetGraph.Service.Gazetteer;

/// <summary>A session on loan; disposing it gives the session back.</summary>
public sealed class SessionLease(ObjectPool<StandardizerSession> pool, StandardizerSession session) : IDisposable
{
    /// <summary>The session.</summary>
    public StandardizerSession Session { get; } = session;

    /// <inheritdoc/>
    public void Dispose() => pool.Return(Session);
}
