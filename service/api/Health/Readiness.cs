namespace PlanetGraph.Service.Health;

/// <summary>Whether load balancers should send requests here.</summary>
public sealed class Readiness
{
    private volatile bool stopping;

    /// <summary>True from the moment the service was asked to stop.</summary>
    public bool IsStopping => stopping;

    /// <summary>Turns readiness off for good.</summary>
    public void Stop() => stopping = true;
}
