namespace PlanetGraph.Testing.Servers.Programs;

/// <summary>The programs that are installed on this machine.</summary>
internal sealed class ThisMachine : IProgramSource
{
    // sbin is not on every user's PATH, yet Debian keeps servers there.
    private static readonly string[] AlsoIn = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/usr/bin"];

    public string? Find(params ReadOnlySpan<string> names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Concat(AlsoIn);
        foreach (var name in names)
        {
            // A name with folders in it stands as it is: Path.Combine leaves a rooted path alone.
            if (folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public string Describe(string program) => program;

    public (string Program, IReadOnlyList<string> Arguments) Command(string program, IEnumerable<string> arguments) => (program, [.. arguments]);
}
