namespace PlanetGraph.Batch.Broker;

/// <summary>What the publisher tells every worker.</summary>
public sealed record ControlMessage(ControlKind Kind, string? Reason = null);

public enum ControlKind
{
    /// <summary>The run is settled: workers exit with its code.</summary>
    RunEnded,

    /// <summary>The run was cancelled: workers hand back and exit.</summary>
    RunCancelled,
}
