using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Assembly;

/// <summary>Compares the result folder with what the ledger knows of a run that ended: somebody may have moved or deleted things since.</summary>
public sealed class ResultCheck(ILedger ledger, IResultStorage storage)
{
    private const int FilesAtATime = 5000;

    /// <summary>Looks at every result by name and length; nothing is read.</summary>
    /// <returns>Null when all is there.</returns>
    public async Task<LostResults?> LookAsync(RunRecord run, CancellationToken cancel)
    {
        var lost = new List<long>();
        string? first = null;
        string? after = null;
        while (await ledger.FilesAsync(run.Id, FileState.Done, null, after, FilesAtATime, cancel) is { Count: > 0 } files)
        {
            foreach (var file in files)
            {
                if (await MissingAsync(file, run.Settings.Format, cancel) is { } missing)
                {
                    first ??= missing;
                    lost.Add(file.Result!.File);
                }
            }

            after = files[^1].Path;
        }

        var manifest = !await IsThereAsync(ResultPaths.Manifest, cancel) || (run.State == RunState.Complete && !await IsThereAsync(ResultPaths.Success, cancel));
        return lost.Count > 0 || manifest ? new LostResults(lost, first, manifest) : null;
    }

    private async Task<string?> MissingAsync(FileRecord file, OutputFormat format, CancellationToken cancel)
    {
        // A folder that could not be listed at first, and could be later, is done without a result of its own.
        if (file is not { Chunks: > 0, Result: { } result })
            return null;
        var name = ResultPaths.Result(file.Path, format);
        if (await storage.LengthAsync(name, cancel) != result.Bytes)
            return name;
        var errors = ResultPaths.Errors(file.Path);
        return result.Errors > 0 && !await IsThereAsync(errors, cancel) ? errors : null;
    }

    private async Task<bool> IsThereAsync(string name, CancellationToken cancel) => await storage.LengthAsync(name, cancel) is not null;
}
