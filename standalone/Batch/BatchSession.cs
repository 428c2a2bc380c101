using Microsoft.Extensions.Options;
using PlanetGraph.Batch;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Processing;
using PlanetGraph.Publisher.Progress;
using PlanetGraph.Publisher.Runs;
using PlanetGraph.Standalone.Terminal;
using PlanetGraph.Worker;
using Spectre.Console;

namespace PlanetGraph.Standalone.Batch;

/// <summary>Runs publisher and worker side by side, shows their progress, and gives the run's exit code.</summary>
internal sealed class BatchSession(
    RunPublisher publisher, TaskWorker worker, ProgressMonitor monitor, RunStatus status, ILedger ledger, EndedRun endedRun, BatchMetrics metrics,
    IOptions<RunOptions> run, IServiceProvider services, TimeProvider clock)
{
    public async Task<int> RunAsync(BatchArguments arguments, IAnsiConsole console, CancellationToken asked)
    {
        // Opened before anything is written, so that a bad data file costs nothing.
        services.GetRequiredService<IAddressService>();
        var id = run.Value.RunId;
        await ledger.MigrateAsync(asked);
        var before = await ledger.FindRunAsync(id, asked);
        if (before is { State: not RunState.Open } ended)
        {
            if (await endedRun.ReopenAsync(ended, arguments.Resume, console, asked) is not { } attempt)
            {
                return await ReportAsync(arguments, console, RunExit.CodeOf(ended.State, ended.Reason), ended, TimeSpan.Zero);
            }

            run.Value.Attempt = attempt;
        }
        else if (before is not null)
        {
            // The lock says that no worker of this folder lives: what one held when it died is free.
            await ledger.ReopenRunningAsync(id, asked);
            run.Value.Attempt = before.Attempt;
        }

        await using var page = arguments.Page == 0 ? null : await ProgressPage.StartAsync(services, arguments.Page);
        var began = clock.GetTimestamp();
        var code = await WorkAsync(console, asked);
        if (code != ExitCode.Terminated)
        {
            code = await ReportAsync(arguments, console, code, null, clock.GetElapsedTime(began));
        }
        else
        {
            await Console.Error.WriteLineAsync("planet-graph batch: stopped; what is done is kept: the same command goes on.");
        }

        if (page is not null && code != ExitCode.Terminated)
        {
            console.WriteLine($"  the page stays at {page.Address} until Ctrl-C");
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return code;
    }

    private async Task<int> WorkAsync(IAnsiConsole console, CancellationToken asked)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(asked);
        using var shown = new CancellationTokenSource();
        await monitor.StartAsync(CancellationToken.None);
        IProgressDisplay display = console.Profile.Capabilities.Interactive ? new LiveProgress(console) : new PlainProgress(console, clock);
        var showing = display.ShowAsync(monitor.WatchAsync(shown.Token), CancellationToken.None);
        var publishing = publisher.RunAsync(over.Token);
        var working = worker.RunAsync(over.Token);
        try
        {
            // Whoever fails first ends the other; whoever ends well waits for it.
            var first = await Task.WhenAny(publishing, working);
            if (!first.IsCompletedSuccessfully)
            {
                await over.CancelAsync();
            }

            await Task.WhenAll(publishing, working);
            return await working;
        }
        catch (Exception) when (Fault(publishing, working) is { } fault)
        {
            throw fault;
        }
        catch (OperationCanceledException) when (asked.IsCancellationRequested)
        {
            return ExitCode.Terminated;
        }
        finally
        {
            await monitor.StopAsync(CancellationToken.None);
            await shown.CancelAsync();
            await showing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The cause, not the cancellation that followed from it.
    private static Exception? Fault(params Task[] tasks) =>
        tasks.SelectMany(task => task.Exception?.InnerExceptions ?? (IEnumerable<Exception>)[]).FirstOrDefault(fault => fault is not OperationCanceledException);

    private async Task<int> ReportAsync(BatchArguments arguments, IAnsiConsole console, int code, RunRecord? alreadyEnded, TimeSpan worked)
    {
        status.Record = await ledger.FindRunAsync(run.Value.RunId, CancellationToken.None);
        var view = await monitor.LookAsync(CancellationToken.None);
        var failed = await ledger.FilesAsync(run.Value.RunId, FileState.Failed, null, null, Summary.FilesShown, CancellationToken.None);
        var skipped = await ledger.FilesAsync(run.Value.RunId, FileState.Skipped, null, null, Summary.FilesShown - failed.Count, CancellationToken.None);
        var done = failed.Count + skipped.Count >= Summary.FilesShown
            ? []
            : await ledger.FilesAsync(run.Value.RunId, FileState.Done, null, null, Summary.FilesShown - failed.Count - skipped.Count, CancellationToken.None);
        if (alreadyEnded is not null)
        {
            console.WriteLine($"This run ended on {alreadyEnded.Ended:yyyy-MM-dd HH:mm} UTC; there is nothing left to do.{(code == ExitCode.FailedFiles ? " --resume tries the failed files again." : "")}");
        }

        new Summary(console).Print(view!, [.. failed, .. skipped, .. done], arguments.Output, metrics.Rows, worked);
        return code;
    }
}
