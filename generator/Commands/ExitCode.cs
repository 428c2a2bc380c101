namespace PlanetGraph.Generator.Commands;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The work could not be done: a file or a program failed, or a check found something.</summary>
    public const int Failed = 1;

    /// <summary>The specification is wrong, the charts differ, or an argument is bad.</summary>
    public const int Refused = 2;

    /// <summary>The cluster cannot be asked.</summary>
    public const int ClusterAway = 3;

    /// <summary>Ctrl-C, or a signal to end.</summary>
    public const int Interrupted = 130;
}
