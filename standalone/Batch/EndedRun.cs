using PlanetGraph.Batch.Assembly;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Standalone.Terminal;
using Spectre.Console;

namespace PlanetGraph.Standalone.Batch;

/// <summary>The same command after the run's end: finds out whether there is anything to do after all.</summary>
internal sealed class EndedRun(ILedger ledger, IInputStorage input, IResultStorage storage, ResultCheck check)
{
    private const int FilesAtATime = 512;

    /// <summary>Opens the run again when results of it are gone, when files came to the input since, or when the user asked for its failed files.</summary>
    /// <returns>The attempt that begins; null when there is nothing to do.</returns>
    public async Task<int?> ReopenAsync(RunRecord ended, bool resume, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var lost = await check.LookAsync(ended, cancellationToken);
        var added = await AddedAsync(ended, cancellationToken);
        if (lost is { Files.Count: > 0 })
        {
            console.WriteLine($"{Figures.Count(lost.Files.Count, "result")} of this run {(lost.Files.Count == 1 ? "is" : "are")} no longer there as written ({lost.First}): made again.");
        }
        else if (lost is not null)
        {
            console.WriteLine("The manifest of this run is no longer there: made again.");
        }

        if (added > 0)
        {
            console.WriteLine($"{Figures.Count(added, "file")} came to the input since this run ended: done as well.");
        }

        if (lost is null && added == 0 && !(resume && ended.State != RunState.Complete))
        {
            return null;
        }

        await storage.DeleteAsync([ResultPaths.Success], cancellationToken);
        var attempt = ended.Attempt + 1;
        await ledger.ReopenRunAsync(ended.Id, attempt, lost?.Files ?? [], cancellationToken);
        return attempt;
    }

    private async Task<int> AddedAsync(RunRecord ended, CancellationToken cancellationToken)
    {
        var added = 0;
        await foreach (var files in input.ListAsync(cancellationToken).Select(listed => listed.File.Path).Chunk(FilesAtATime).WithCancellation(cancellationToken))
        {
            added += files.Length - (await ledger.KnownFilesAsync(ended.Id, files, cancellationToken)).Count;
        }

        return added;
    }
}
