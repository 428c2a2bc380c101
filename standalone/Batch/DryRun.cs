using PlanetGraph.Batch;
using PlanetGraph.Batch.Assembly;
using PlanetGraph.Batch.Planning;
using PlanetGraph.Standalone.Terminal;
using Spectre.Console;

namespace PlanetGraph.Standalone.Batch;

/// <summary><c>--dry-run</c>: lists the input as the run would, and writes nothing.</summary>
internal static class DryRun
{
    private const int FilesShown = 50;

    public static async Task<int> RunAsync(BatchArguments arguments, IAnsiConsole console, CancellationToken cancellationToken)
    {
        await using var services = BatchComposition.Compose(arguments);
        var (tasks, skipped) = await services.GetRequiredService<RunPlanner>().LookAsync(cancellationToken);
        var files = tasks.SelectMany(task => task.Chunks).GroupBy(chunk => chunk.File)
            .Select(file => (file.Key.Path, file.Key.Length, Chunks: file.Count(), Becomes: ResultPaths.Result(file.Key.Path, arguments.Format)))
            .Concat(skipped.Select(skip => (skip.File.Path, skip.File.Length, Chunks: 0, Becomes: skip.Reason)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        var table = new Table().Border(TableBorder.Simple).AddColumn("file").AddColumn("becomes").AddColumn(Number("size")).AddColumn(Number("chunks"));
        foreach (var (path, length, chunks, becomes) in files.Take(FilesShown))
        {
            table.AddRow(new Text(path), new Text(becomes), new Text(Figures.Bytes(length)), new Text(chunks == 0 ? "" : Figures.Count(chunks)));
        }

        console.Write(table);
        if (files.Count > FilesShown)
        {
            console.WriteLine($"  and {Figures.Count(files.Count - FilesShown)} more files");
        }

        var read = files.Where(file => file.Chunks > 0).ToList();
        console.WriteLine(
            $"  {Figures.Count(read.Count)} of {Figures.Count(files.Count)} files would be read, {Figures.Bytes(read.Sum(file => file.Length))} in {Figures.Count(tasks.Count)} tasks; nothing was written.");
        return ExitCode.Complete;
    }

    private static TableColumn Number(string name) => new TableColumn(name).RightAligned();
}
