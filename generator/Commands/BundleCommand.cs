using Cocona;
using Cocona.Application;
using PlanetGraph.Generator.Bundle;
using PlanetGraph.Generator.Helm;

namespace PlanetGraph.Generator.Commands;

internal sealed class BundleCommand(HelmProgram helm, ICoconaAppContextAccessor accessor)
{
    [Command("bundle", Description = "Make a folder to carry into an air-gapped site: charts, values, image list, archives, load script")]
    [Example("eng/generator bundle --to bundle --env onsite --archives artifacts/images --data service/data/data_stable.bin")]
    [ExitCodes("0 the folder is made, 1 a file or helm failed, 2 bad arguments, or the charts are stale")]
    public async Task<int> RunAsync(
        SourceOptions options,
        [Option("to", Description = "Folder to make; it must be new or empty")] string target,
        [Option("env", Description = "Environment to take along (repeat the option; default: all)")] string[]? environment = null,
        [Option("archives", Description = "Folder with image archives (.tar, OCI or docker format) to take along")] string? archives = null,
        [Option("data", Description = "Data file to take along (repeat the option): data_stable.bin, planetgraph.lic, application.properties")] string[]? data = null,
        [Option("docs", Description = "Folder with the pages to take along")] string docs = "docs")
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

        var environments = environment ?? [.. specification.Environments.Select(e => e.Name)];
        foreach (var name in environments)
        {
            specification.Need(name);
        }

        if ((data ?? []).FirstOrDefault(file => !File.Exists(file)) is { } none)
        {
            Console.Error.WriteLine($"--data {none}: there is no such file.");
            return ExitCode.Refused;
        }

        var found = archives is null ? [] : ImageArchive.ReadAll(archives);
        var images = await new ChartImages(helm).OfAsync(specification, charts, environments, found, accessor.Current?.CancellationToken ?? default);
        new AirGapBundle(options.Source, specification, charts).Write(target, environments, images, found, data ?? [], docs);
        var missing = images.Where(image => image.Digest is null).Select(image => image.Reference).ToList();
        foreach (var image in missing)
        {
            Console.Error.WriteLine($"No archive holds {image}: pull and save it, e.g. `docker save -o {ImageArchive.FileNameOf(image)} {image}`.");
        }

        Console.WriteLine(
            $"{target}: {specification.Charts.Count} charts for {string.Join(", ", environments)}; {images.Count} images, {missing.Count} of them without an archive. Start with {target}/README.md.");
        return ExitCode.Ok;
    }
}
