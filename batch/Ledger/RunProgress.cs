namespace PlanetGraph.Batch.Ledger;

/// <summary>Sums over a run.</summary>
/// <param name="IsListed">Every publisher has listed its share: the numbers of files and bytes are final.</param>
/// <param name="FilesPending">Files that have not ended.</param>
/// <param name="FilesDone">Files whose result has its final name.</param>
/// <param name="FilesFailed">Files that failed.</param>
/// <param name="FilesSkipped">Files that are reported, not read.</param>
/// <param name="TasksWaiting">Tasks that no worker has.</param>
/// <param name="TasksUnpublished">Those of them that no publish was noted for.</param>
/// <param name="TasksRunning">Tasks that a worker has.</param>
/// <param name="TasksDone">Tasks that are done.</param>
/// <param name="TasksFailed">Tasks that are failed.</param>
/// <param name="Bytes">Input bytes of all files but skipped ones.</param>
/// <param name="BytesDone">Input bytes of the chunks that have a part.</param>
/// <param name="Rows">Rows of all parts.</param>
/// <param name="Errors">Error rows of all parts.</param>
/// <param name="Retries">Attempts beyond the first, all tasks together.</param>
public sealed record RunProgress(
    bool IsListed, long FilesPending, long FilesDone, long FilesFailed, long FilesSkipped,
    long TasksWaiting, long TasksUnpublished, long TasksRunning, long TasksDone, long TasksFailed,
    long Bytes, long BytesDone, long Rows, long Errors, long Retries)
{
    public long Files => FilesPending + FilesDone + FilesFailed + FilesSkipped;

    /// <summary>Nothing is left to do.</summary>
    public bool IsSettled => IsListed && FilesPending == 0;
}
