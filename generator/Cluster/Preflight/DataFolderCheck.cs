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
    /// <param name="strict">All of them must be there (<c>data.strict</c>).</param>
    /// <param name="bundled">The service may start with the bin of its image (<c>data.bundled</c>).</param>
    public static IEnumerable<Finding> Examine(string folder, bool strict = false, bool bundled = true)
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
                _ when strict => new(name, Outcome.Failed, $"No {file.FullName}, and data.strict asks for it.", $"Copy it to {folder}, or install with --set data.strict=false."),
                _ when needed && !bundled => new(name, Outcome.Failed, $"No {file.FullName}, and data.bundled=false leaves no other.", $"Copy it to {folder} (a checkout has one: service/data/data_stable.bin), or install with --set data.bundled=true."),
                _ when needed => new(name, Outcome.Warning, $"No {file.FullName}: the service starts with the bin of its image.", $"Copy your {name} to {folder} when you have one of your own."),
                _ => new(name, Outcome.Warning, $"No {file.FullName}: the open service runs without it, the original does not."),
            };
        }
    }
}
