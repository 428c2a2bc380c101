using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Assembly;
using PlanetGraph.Batch.Formats;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Planning;

/// <summary>Lists the input folder and registers what the run does not know yet. Killed at any point and started again, it goes on.</summary>
public sealed class RunPlanner(IRunLedger ledger, IInputStorage input, IOptions<PlanningOptions> options)
{
    private const int FilesAtATime = 512;

    /// <summary>Lists this publisher's share of the files: those whose number falls to <paramref name="shard"/> of <paramref name="shards"/>.</summary>
    /// <returns>The tasks that were registered, as they are to be published, a few hundred files at a time. When the sequence ends, the share is noted as listed.</returns>
    /// <exception cref="StorageException">The input folder is not there or cannot be read.</exception>
    public async IAsyncEnumerable<IReadOnlyList<TaskMessage>> PlanAsync(RunId run, int shard, int shards, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var listed in ShareAsync(shard, shards, cancel).Chunk(FilesAtATime).WithCancellation(cancel))
        {
            var known = await ledger.KnownFilesAsync(run, [.. listed.Select(file => file.File.Path)], cancel);
            var fresh = listed.Where(file => !known.Contains(file.File.Path)).ToList();
            var skipped = fresh.Where(file => file.Skip is not null).Select(file => new SkippedFile(file.File, file.Skip!, file.IsFailure)).ToList();
            var tasks = TaskPlanner.Plan(fresh.Where(file => file.Skip is null).Select(file => file.File), options.Value);
            if (fresh.Count > 0)
                yield return await ledger.RegisterAsync(run, tasks, skipped, cancel);
        }

        await ledger.CompleteListingAsync(run, shard, shards, cancel);
    }

    /// <summary>What a run over the folder would do, without a ledger (a dry run).</summary>
    public async Task<(IReadOnlyList<PlannedTask> Tasks, IReadOnlyList<SkippedFile> Skipped)> LookAsync(CancellationToken cancel)
    {
        var listed = await ShareAsync(0, 1, cancel).OrderBy(file => file.File.Path, StringComparer.Ordinal).ToListAsync(cancel);
        return (
            TaskPlanner.Plan(listed.Where(file => file.Skip is null).Select(file => file.File), options.Value),
            [.. listed.Where(file => file.Skip is not null).Select(file => new SkippedFile(file.File, file.Skip!, file.IsFailure))]);
    }

    private async IAsyncEnumerable<ListedFile> ShareAsync(int shard, int shards, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var listed in input.ListAsync(cancel))
        {
            if (listed.File.Id % shards != shard)
                continue;
            yield return listed switch
            {
                { Skip: not null } => listed,
                _ when InputKind.Of(listed.File.Path) is null => listed with { Skip = $"not a file that is read ({InputKind.Readable})" },
                _ when listed.File.Path.StartsWith(ResultPaths.Parts + "/", StringComparison.Ordinal) =>
                    listed with { Skip = $"the folder name {ResultPaths.Parts} is taken by the result folder: rename it", IsFailure = true },
                _ => listed,
            };
        }
    }
}
