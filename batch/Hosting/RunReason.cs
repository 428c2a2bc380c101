namespace PlanetGraph.Batch.Hosting;

/// <summary>Reasons of an ended run that programs act on.</summary>
public static class RunReason
{
    /// <summary>The run's own deadline passed: exit code 4.</summary>
    public const string Deadline = "the run's deadline passed";
}
