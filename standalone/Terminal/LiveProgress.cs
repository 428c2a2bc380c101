using PlanetGraph.Publisher.Progress;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PlanetGraph.Standalone.Terminal;

/// <summary>A bar and the figures below it, drawn in place; the summary takes their place at the end.</summary>
internal sealed class LiveProgress(IAnsiConsole console) : IProgressDisplay
{
    private const int WidestBar = 60;

    private static readonly string[] Names = ["files", "rows", "rows/s", "time left", "errors"];

    public Task ShowAsync(IAsyncEnumerable<RunView> views, CancellationToken over) =>
        console.Live(new Text("Starting")).AutoClear(true).StartAsync(async live =>
        {
            await foreach (var view in views.WithCancellation(over))
            {
                live.UpdateTarget(Draw(view));
            }
        });

    private Rows Draw(RunView view)
    {
        var share = view.BytesTotal == 0 ? 0 : (double)view.BytesDone / view.BytesTotal;
        var width = Math.Clamp(console.Profile.Width - 20, 10, WidestBar);
        var done = (int)(share * width);
        var bar = $"[green]{new string('━', done)}[/][grey35]{new string('━', width - done)}[/] [bold]{share * 100,3:0}%[/] {view.State}";
        var figures = new Grid();
        foreach (var _ in Names)
        {
            figures.AddColumn(new GridColumn { Padding = new Padding(0, 0, 4, 0) });
        }

        figures.AddRow([.. Names.Select(IRenderable (name) => new Text(name, new Style(Color.Grey)))]);
        figures.AddRow(
            $"{Figures.Count(view.Files.Done)} of {Figures.Count(view.Files.Total)}",
            Figures.Count(view.Rows),
            Figures.Count(view.RowsPerSecond),
            view.SecondsLeft is { } seconds ? Figures.Duration(seconds) : "…",
            view.Errors > 0 ? $"[red]{Figures.Count(view.Errors)}[/]" : "0");
        return new Rows(new Markup(bar), figures, new Text("Ctrl-C stops cleanly; the same command goes on later", new Style(Color.Grey)));
    }
}
