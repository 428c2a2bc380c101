namespace PlanetGraph.Batch;

/// <summary>What publisher, worker and the standalone program tell the shell, and so the Job. A crash is never 0.</summary>
public static class ExitCode
{
    /// <summary>The run is complete.</summary>
    public const int Complete = 0;

    /// <summary>The run ended, and some files failed; the manifest says which and why.</summary>
    public const int FailedFiles = 1;

    /// <summary>Bad arguments or configuration.</summary>
    public const int Usage = 2;

    /// <summary>The service, the broker or the ledger stayed away past its deadline.</summary>
    public const int DependencyAway = 3;

    /// <summary>The run's own deadline passed.</summary>
    public const int DeadlinePassed = 4;

    /// <summary>SIGTERM or Ctrl-C: in-flight work was handed back first.</summary>
    public const int Terminated = 143;
}
