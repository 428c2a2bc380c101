namespace PlanetGraph.Batch.Hosting;

/// <summary>
/// How the program's work ended. The host itself ends with 0 when a background service crashes, so the truth is kept here
/// and <see cref="HostExit.RunToExitCodeAsync"/> tells it to the shell.
/// </summary>
public sealed class ProgramOutcome
{
    private readonly Lock _lock = new();
    private int? _code;
    private string? _reason;
    private Exception? _crash;

    /// <summary>The work's exit code; null while it goes on.</summary>
    public int? Code
    {
        get
        {
            lock (_lock)
            {
                return _code;
            }
        }
    }

    /// <summary>Why the work ended so, when something said so.</summary>
    public string? Reason
    {
        get
        {
            lock (_lock)
            {
                return _reason;
            }
        }
    }

    /// <summary>What no code has a name for.</summary>
    public Exception? Crash
    {
        get
        {
            lock (_lock)
            {
                return _crash;
            }
        }
    }

    /// <summary>The work ended. The first word counts.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="reason">A sentence that says why.</param>
    public void End(int code, string? reason = null)
    {
        lock (_lock)
        {
            _reason ??= _code is null ? reason : null;
            _code ??= code;
        }
    }

    /// <summary>The work crashed. A crash outweighs every code.</summary>
    public void End(Exception crash)
    {
        lock (_lock)
        {
            _crash ??= crash;
        }
    }
}
