namespace PlanetGraph.Testing.Servers;

/// <summary>Where a server's program is on this machine.</summary>
internal static class InstalledProgram
{
    // sbin is not on every user's PATH, yet Debian keeps servers there.
    private static readonly string[] AlsoIn = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/usr/bin"];

    /// <summary>The first of the names that is found, by full path; null when none is.</summary>
    public static string? Find(params ReadOnlySpan<string> names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Concat(AlsoIn);
        foreach (var name in names)
        {
            if (folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
