using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Batch.Ledger;

/// <summary>The run as a whole: begin, list, watch, end.</summary>
public interface IRunLedger
{
    /// <summary>Makes or upgrades the tables; many processes may call it at once.</summary>
    Task MigrateAsync(CancellationToken cancel);

    /// <summary>Creates the run, or finds it as it is.</summary>
    /// <exception cref="RunConflictException">A run of this id exists with other settings.</exception>
    Task<RunRecord> OpenRunAsync(RunId run, RunSettings settings, CancellationToken cancel);

    Task<RunRecord?> FindRunAsync(RunId run, CancellationToken cancel);

    /// <summary>Ends an open run. The first who ends it wins: false when it had ended before.</summary>
    Task<bool> EndRunAsync(RunId run, RunState state, string? reason, CancellationToken cancel);

    /// <summary>Opens an ended run again with its failed files to do anew: the user's retry number <paramref name="attempt"/> (1 …).
    /// What is known of the files <paramref name="lost"/>, whose results are gone, is forgotten: they are done anew as well.
    /// The run's time, and so its deadline, begins again.
    /// Nothing happens when that retry, or a later one, was begun before: a publisher that restarts asks again.</summary>
    /// <returns>How many files are to do again.</returns>
    Task<int> ReopenRunAsync(RunId run, int attempt, IReadOnlyCollection<long> lost, CancellationToken cancel);

    /// <summary>Those of the paths that are registered already.</summary>
    /// <exception cref="RunConflictException">Two paths have the same <see cref="FileEntry.Id"/>.</exception>
    Task<IReadOnlySet<string>> KnownFilesAsync(RunId run, IReadOnlyCollection<string> paths, CancellationToken cancel);

    /// <summary>Registers files that the run does not know yet, with all of their chunks, in one transaction: a file is registered whole or
    /// not at all. Tasks get the run's next numbers.</summary>
    /// <returns>The tasks, as they are to be published.</returns>
    Task<IReadOnlyList<TaskMessage>> RegisterAsync(RunId run, IReadOnlyList<PlannedTask> tasks, IReadOnlyList<SkippedFile> skipped, CancellationToken cancel);

    /// <summary>Publisher <paramref name="shard"/> (0 …) of <paramref name="shards"/> has registered all it has to.</summary>
    Task CompleteListingAsync(RunId run, int shard, int shards, CancellationToken cancel);

    /// <summary>Nothing is left to do: <see cref="RunProgress.IsSettled"/> without the sums, at the cost of one look into an index.</summary>
    Task<bool> IsSettledAsync(RunId run, CancellationToken cancel);

    /// <summary>Sums over the run, by query.</summary>
    Task<RunProgress> ProgressAsync(RunId run, CancellationToken cancel);

    /// <summary>The parts' error rows by their reasons, the most frequent first. Together they are all errors of the parts: what no reason was
    /// told of (by a program of before) is <see cref="ErrorReason.Unknown"/>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="state">Only of files in this state; null: of all.</param>
    /// <param name="cancel">Cancels.</param>
    Task<IReadOnlyList<ReasonCount>> ErrorReasonsAsync(RunId run, FileState? state, CancellationToken cancel);

    /// <summary>Why files failed, the most frequent reasons first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<FailureCount>> FailuresAsync(RunId run, int limit, CancellationToken cancel);

    /// <summary>Files in the order of their paths (ordinal, as UTF-8), <paramref name="limit"/> at a time after the path <paramref name="after"/>;
    /// only those whose path contains <paramref name="contains"/>, when that is given.</summary>
    Task<IReadOnlyList<FileRecord>> FilesAsync(RunId run, FileState? state, string? contains, string? after, int limit, CancellationToken cancel);

    /// <summary>Workers that hold a lease now, with the tasks they hold.</summary>
    Task<IReadOnlyList<WorkerRecord>> WorkersAsync(RunId run, CancellationToken cancel);
}
