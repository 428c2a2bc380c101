namespace PlanetGraph.Data.Tests;

/// <summary>Files of the repository the tests run in.</summary>
internal static class Repository
{
    public static string File(string relative)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "PlanetGraph.sln")))
            {
                return Path.Combine(folder.FullName, relative);
            }
        }

        throw new DirectoryNotFoundException($"No PlanetGraph.sln above {AppContext.BaseDirectory}: run the tests from the repository's build.");
    }
}
