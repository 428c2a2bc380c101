namespace PlanetGraph.Generator.Cluster.Preflight;

/// <summary>Looks for the three files of the main service in a folder, as the former <c>prepare</c> role did.</summary>
public static class DataFolderCheck
{
    /// <summary>The files, and whether an install needs them: without a licence or properties the open service runs too.</summary>
    private static readonly (string Name, bool Needed)[] Files =
    [
        ("data_stable.bin", true),
        ("planetgraph.lic", false),
        ("application.properties", false),
    ];

    /// <summary>One finding a file.</summary>
    /// <param name="folder">The folder that becomes the volume, such as /mnt/data/data_bin.</param>
    public static IEnumerable<Finding> Examine(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield return new("data folder", Outcome.Failed, $"{folder} does not exist.", $"Make it and put {Files[0].Name} into it, or give another folder with --data.");
            yield break;
        }

        foreach (var (name, needed) in Files)
        {
            var file = new FileInfo(Path.Combine(folder, name));
            yield return file switch
            {
                { Exists: true, Length: > 0 } => new(name, Outcome.Ok, $"Located {file.FullName}."),
                { Exists: true } => new(name, Outcome.Failed, $"{file.FullName} is empty.", "Copy it again."),
                _ when needed => new(name, Outcome.Warning, $"No {file.FullName}: the service starts with the bin of its image.", $"Copy your {name} to {folder} when you have one of your own."),
                _ => new(name, Outcome.Warning, $"No {file.FullName}: the open service runs without it, the original does not."),
            };
        }
    }
}
