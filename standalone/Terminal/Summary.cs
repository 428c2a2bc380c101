using PlanetGraph.Batch.Ledger;
using PlanetGraph.Publisher.Progress;
using Spectre.Console;

namespace PlanetGraph.Standalone.Terminal;

/// <summary>What came of a run, as a table, and where to look.</summary>
internal sealed class Summary(IAnsiConsole console)
{
    /// <summary>Files that the table has room for; the manifest has them all.</summary>
    public const int FilesShown = 20;

    /// <param name="view">The run as it ended.</param>
    /// <param name="files">Those to show.</param>
    /// <param name="output">The result folder.</param>
    /// <param name="now">Rows that this program wrote; fewer than the run's when it went on with what was done before.</param>
    /// <param name="worked">How long it took.</param>
    public void Print(RunView view, IReadOnlyList<FileRecord> files, string output, long now, TimeSpan worked)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("file").AddColumn("state").AddColumn(Number("rows")).AddColumn(Number("errors")).AddColumn(Number("size"));
        foreach (var file in files)
        {
            table.AddRow(
                new Text(file.Path),
                new Text(StateName(file.State), StyleOf(file.State)),
                new Text(file.Result is { } result ? Figures.Count(result.Rows) : ""),
                new Text(file.Result is { } errors ? Figures.Count(errors.Errors) : ""),
                new Text(Figures.Bytes(file.Length)));
        }

        console.Write(table);
        if (view.Files.Total > files.Count)
        {
            console.WriteLine($"  and {Figures.Count(view.Files.Total - files.Count)} more files, all in manifest.json");
        }

        foreach (var file in files.Where(file => file.Reason is not null))
        {
            console.WriteLine($"  {file.Path}: {file.Reason}");
        }

        console.WriteLine(
            $"  {Figures.Count(view.Rows, "row")}{Speed(view.Rows, now, worked.TotalSeconds)}, {Figures.Count(view.Errors)} with an error; "
            + $"{Figures.Count(view.Files.Done, "file")} done, {Figures.Count(view.Files.Failed)} failed");
        var shown = Shorten(output);
        console.WriteLine($"  results in {shown}{Path.DirectorySeparatorChar}, their rows, errors and hashes in {Path.Combine(shown, "manifest.json")}");
    }

    private static string Speed(long rows, long now, double seconds)
    {
        var speed = $" in {Figures.Duration(seconds)} ({Figures.Count(seconds <= 0 ? 0 : now / seconds)} rows/s)";
        return now == 0 ? "" : now >= rows ? speed : $", {Figures.Count(now)} of them now{speed}";
    }

    private static string Shorten(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static TableColumn Number(string name) => new TableColumn(name).RightAligned();

    private static string StateName(FileState state) => state == FileState.Skipped ? "not read" : state.ToString().ToLowerInvariant();

    private static Style StyleOf(FileState state) => state switch
    {
        FileState.Done => new Style(Color.Green),
        FileState.Failed => new Style(Color.Red),
        _ => new Style(Color.Yellow),
    };
}
