namespace PlanetGraph.Service.Startup;

/// <summary>Kubernetes shows what a container wrote to this file when it ended: kubectl describe pod, "Message".</summary>
internal static class TerminationMessage
{
    private const string DefaultPath = "/dev/termination-log";
    private const string PathVariable = "TERMINATION_LOG";

    /// <summary>Writes the sentence where Kubernetes looks for it; does nothing outside Kubernetes.</summary>
    public static void Write(string message)
    {
        var path = Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named ? named : DefaultPath;
        try
        {
            if (File.Exists(path))
            {
                File.WriteAllText(path, message);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The sentence is on stderr already; a read-only file here loses nothing more.
        }
    }
}
