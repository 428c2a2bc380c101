using Cocona;
using PlanetGraph.Generator.Bundle;

namespace PlanetGraph.Generator.Commands;

internal sealed class BundleCommand
{
    [Command("bundle", Description = "Make a folder to carry into an air-gapped site: charts, values, image list, archives, load script. Example: eng/generator bundle --to bundle --archives artifacts/images")]
    public static int Run(
        SourceOptions options,
        [Option("to", Description = "Folder to make; it must be new or empty")] string target,
        [Option("archives", Description = "Folder with image archives (.tar, OCI or docker format) to take along")] string? archives = null)
    {
        var (specification, charts, changes) = Candidate.Of(options);
        if (changes.Count > 0)
        {
            Console.Error.WriteLine($"{options.Out} is not what the specification says: run `make chart` first.");
            return ExitCode.Refused;
        }

        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            Console.Error.WriteLine($"{target} is not empty: give another folder with --to.");
            return ExitCode.Refused;
        }

        var found = archives is null ? [] : ImageArchive.ReadAll(archives);
        var missing = AirGapBundle.Write(target, specification, charts, found);
        foreach (var image in missing)
        {
            Console.Error.WriteLine($"No archive holds {image}: pull and save it, e.g. `docker save -o {ImageArchive.FileNameOf(image)} {image}`.");
        }

        Console.WriteLine($"{target}: {specification.Charts.Count} charts, {found.Count} archives, {missing.Count} images without one. Start with {target}/README.md.");
        return ExitCode.Ok;
    }
}
