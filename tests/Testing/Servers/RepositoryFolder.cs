namespace PlanetGraph.Testing.Servers;

/// <summary>The repository's root, found from where the tests run.</summary>
public static class RepositoryFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "PlanetGraph.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No PlanetGraph.sln above {AppContext.BaseDirectory}: run the tests from the repository's build.");
    }
}
