namespace PlanetGraph.Generator.Cluster.Status;

/// <summary>One volume claim.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Phase">Bound, Pending or Lost.</param>
/// <param name="Volume">The PersistentVolume it is bound to, or null.</param>
/// <param name="Capacity">Such as 10Gi, or null while it is not bound.</param>
public sealed record ClaimStatus(string Name, string Phase, string? Volume, string? Capacity)
{
    /// <summary>The claim has its volume.</summary>
    public bool IsBound => Phase == "Bound";
}
