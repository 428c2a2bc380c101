using PlanetGraph.Publisher.Progress;
using Spectre.Console;

namespace PlanetGraph.Standalone.Terminal;

/// <summary>A line every few seconds, for logs and pipes.</summary>
internal sealed class PlainProgress(IAnsiConsole console, TimeProvider clock) : IProgressDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public async Task ShowAsync(IAsyncEnumerable<RunView> views, CancellationToken over)
    {
        var last = clock.GetTimestamp();
        await foreach (var view in views.WithCancellation(over))
        {
            if (clock.GetElapsedTime(last) < Interval)
            {
                continue;
            }

            last = clock.GetTimestamp();
            console.WriteLine(Line(view));
        }
    }

    /// <summary>A run in one line.</summary>
    internal static string Line(RunView view)
    {
        var percent = view.BytesTotal == 0 ? 0 : view.BytesDone * 100 / view.BytesTotal;
        var left = view.SecondsLeft is { } seconds ? $", {Figures.Duration(seconds)} left" : "";
        return $"{view.State} {percent}%: {Figures.Count(view.Files.Done)} of {Figures.Count(view.Files.Total)} files, "
            + $"{Figures.Count(view.Rows)} rows, {Figures.Count(view.RowsPerSecond)} rows/s, {Figures.Count(view.Errors)} errors{left}";
    }
}
