namespace PlanetGraph.Testing.Servers.Programs;

/// <summary>Where the scripts of eng/ keep what they fetched for the tests.</summary>
internal static class Cache
{
    /// <summary>The path of a folder below, which need not be there.</summary>
    public static string Folder(params ReadOnlySpan<string> names) => Path.Combine([
        Environment.GetEnvironmentVariable("PLANET_GRAPH_CACHE")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "planet-graph"),
        .. names]);
}
