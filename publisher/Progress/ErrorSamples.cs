using System.Text.Json;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Publisher.Progress;

/// <summary>
/// Errors to look at, for the page: failed files, and the first rows of the errors file of each finished one. Bounded in files, rows and
/// bytes, however much went wrong; <see cref="ErrorCounts"/> has the sums.
/// </summary>
internal sealed class ErrorSamples(ILedger ledger, IResultStorage results)
{
    private const int FilesRead = 200;
    private const int RowsOfFile = 20;
    private const int LatestShown = 20;
    private const int RawShown = 200;

    private readonly HashSet<string> _seen = [];
    private readonly List<ErrorView> _latest = [];
    private (long Done, long Failed, long Errors) _last;

    /// <summary>The newest errors, newest first.</summary>
    public IReadOnlyList<ErrorView> Latest { get; private set; } = [];

    public async Task RefreshAsync(RunId run, RunProgress progress, CancellationToken cancellationToken)
    {
        var now = (progress.FilesDone, progress.FilesFailed, progress.Errors);
        if (now == _last)
        {
            return;
        }

        _last = now;
        if (progress.FilesFailed > 0)
        {
            await ReadAsync(run, FileState.Failed, cancellationToken);
        }

        if (progress.Errors > 0)
        {
            await ReadAsync(run, FileState.Done, cancellationToken);
        }

        Latest = [.. Enumerable.Reverse(_latest).Take(LatestShown)];
    }

    private async Task ReadAsync(RunId run, FileState state, CancellationToken cancellationToken)
    {
        string? after = null;
        while (_seen.Count < FilesRead && await ledger.FilesAsync(run, state, null, after, 500, cancellationToken) is { Count: > 0 } files)
        {
            after = files[^1].Path;
            foreach (var file in files.Where(file => file.State == FileState.Failed || file.Result?.Errors > 0))
            {
                if (_seen.Count < FilesRead && _seen.Add(file.Path))
                {
                    await ReadAsync(file, cancellationToken);
                }
            }
        }
    }

    private async Task ReadAsync(FileRecord file, CancellationToken cancellationToken)
    {
        if (file.State == FileState.Failed)
        {
            Add(new ErrorView(file.Path, null, file.Reason!, null));
            return;
        }

        try
        {
            await using var stream = await results.OpenAsync(file.Path + ".errors.jsonl", cancellationToken);
            using var reader = new StreamReader(stream);
            for (var row = 0; row < RowsOfFile && await reader.ReadLineAsync(cancellationToken) is { } line; row++)
            {
                Add(Parse(file.Path, line));
            }
        }
        catch (Exception e) when (e is StorageException or IOException or JsonException)
        {
            // The user may move results away or edit them while the run goes on; the page has then a sample less.
        }
    }

    private static ErrorView Parse(string path, string line)
    {
        var row = JsonSerializer.Deserialize(line, ProgressJson.Default.ErrorRow) ?? throw new JsonException("null is no error row");
        return new ErrorView(path, row.Line, row.Reason, row.Raw?.Length > RawShown ? row.Raw[..RawShown] + "…" : row.Raw);
    }

    private void Add(ErrorView error)
    {
        _latest.Add(error);
        if (_latest.Count > LatestShown * 10)
        {
            _latest.RemoveRange(0, LatestShown * 9);
        }
    }
}
