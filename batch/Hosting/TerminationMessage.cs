namespace PlanetGraph.Batch.Hosting;

/// <summary>What Kubernetes shows of a container that ended: "Message" of <c>kubectl describe pod</c>.</summary>
internal static class TerminationMessage
{
    private const string DefaultPath = "/dev/termination-log";
    private const string PathVariable = "TERMINATION_LOG";

    /// <summary>Writes how the program ended where Kubernetes looks for it; does nothing outside Kubernetes.</summary>
    /// <param name="code">The program's exit code.</param>
    /// <param name="sentence">Why, when something said so.</param>
    public static void Write(int code, string? sentence = null)
    {
        var path = Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named ? named : DefaultPath;
        if ((sentence ?? Sentence(code)) is not { } message || !File.Exists(path))
        {
            return;
        }

        try
        {
            File.WriteAllText(path, $"exit {code}: {message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The same is in the log already; a read-only file here loses nothing more.
        }
    }

    private static string? Sentence(int code) => code switch
    {
        ExitCode.FailedFiles => "the run ended, but not with every file; result/manifest.json says which failed and why",
        ExitCode.DeadlinePassed => "the run's deadline passed, the results are partial; a resume finishes them",
        ExitCode.Terminated => "told to go before the work had ended; what was in hand was given back",
        _ => null,
    };
}
