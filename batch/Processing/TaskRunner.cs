using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Assembly;
using PlanetGraph.Batch.Formats;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Processing;

/// <summary>One task from claim to result: claims it, keeps the lease, makes the parts, commits them, and joins what can be joined.</summary>
public sealed class TaskRunner(
    ILedger ledger,
    IResultStorage result,
    IAddressService service,
    ChunkProcessor processor,
    FileAssembler assembler,
    BatchMetrics metrics,
    IOptions<LedgerOptions> options,
    TimeProvider clock,
    ILogger<TaskRunner> logger)
{
    /// <summary>Runs the task. Cancelled, it hands the task back and returns.</summary>
    /// <exception cref="ServiceUnavailableException">The service stayed away; the task was handed back.</exception>
    /// <exception cref="StorageException">The disk is full; the task was handed back.</exception>
    /// <exception cref="LedgerUnavailableException">The ledger stayed away; the task's lease will lapse.</exception>
    public async Task<TaskOutcome> RunAsync(RunRecord run, long task, string worker, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
            return TaskOutcome.HandedBack;
        var claimed = await ledger.ClaimAsync(run.Id, task, worker, CancellationToken.None);
        if (claimed.Claim is not { } claim)
        {
            Log.NotClaimed(logger, task, claimed.Outcome);
            return TaskOutcome.Settled;
        }

        var outcome = await RunAsync(run, claim, worker, cancel);
        metrics.AddTask(outcome);
        return outcome;
    }

    private async Task<TaskOutcome> RunAsync(RunRecord run, TaskClaim claim, string worker, CancellationToken cancel)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var settled = new CancellationTokenSource();
        var heartbeat = BeatAsync(claim, work, settled.Token);
        var parts = new ConcurrentQueue<Part>();
        var failures = new ConcurrentQueue<FileFailure>();
        try
        {
            await MakePartsAsync(run, claim, parts, failures, work.Token);
            if (!await ledger.CompleteAsync(claim, [.. parts], [.. failures], CancellationToken.None))
                return await LoseAsync(claim, parts);
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            await DropAsync(parts);
            if (!cancel.IsCancellationRequested)
                return await LoseAsync(claim, []);
            await ledger.HandBackAsync(claim, CancellationToken.None);
            return TaskOutcome.HandedBack;
        }
        catch (Exception failure) when (failure is ServiceUnavailableException or StorageException { IsFull: true })
        {
            await DropAsync(parts);
            await ledger.HandBackAsync(claim, CancellationToken.None);
            throw;
        }
        catch (Exception failure) when (failure is not LedgerUnavailableException)
        {
            Log.AttemptFailed(logger, failure, claim.Task, claim.Attempt);
            var again = await ledger.FailAsync(claim, failure.Message, [.. parts], CancellationToken.None);
            return again ? TaskOutcome.Failed : TaskOutcome.Settled;
        }
        finally
        {
            await settled.CancelAsync();
            await heartbeat;
        }

        await AssembleAsync(run, claim, worker, [.. parts], cancel);
        return TaskOutcome.Settled;
    }

    private Task MakePartsAsync(RunRecord run, TaskClaim claim, ConcurrentQueue<Part> parts, ConcurrentQueue<FileFailure> failures, CancellationToken cancel) =>
        Parallel.ForEachAsync(
            claim.Chunks,
            new ParallelOptions { MaxDegreeOfParallelism = claim.Chunks.Count == 1 ? 1 : service.BatchesInFlight, CancellationToken = cancel },
            async (chunk, token) =>
            {
                try
                {
                    parts.Enqueue(await processor.ProcessAsync(run, chunk, token));
                }
                catch (FileFailedException failure)
                {
                    Log.FileFailed(logger, chunk.File.Path, failure.Message);
                    failures.Enqueue(new FileFailure(chunk.File.Id, failure.Message));
                }
            });

    // What fails here is not lost: the parts are in the ledger, and the sweep goes on with them.
    private async Task AssembleAsync(RunRecord run, TaskClaim claim, string worker, IReadOnlyList<Part> parts, CancellationToken cancel)
    {
        try
        {
            var chunks = claim.Chunks.ToDictionary(chunk => (chunk.File.Id, chunk.Index));
            var whole = parts.Select(part => new ChunkPart(chunks[(part.File, part.Index)], part)).Where(part => part.Chunk.IsWholeFile).ToList();
            await assembler.FinishWholeFilesAsync(run, whole, cancel);
            foreach (var file in parts.Where(part => !chunks[(part.File, part.Index)].IsWholeFile).Select(part => part.File).Distinct())
                await assembler.AdvanceAsync(run, file, worker, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
        catch (StorageException failure) when (!failure.IsFull)
        {
            Log.AssemblyFailed(logger, failure, claim.Task);
        }
    }

    private async Task BeatAsync(TaskClaim claim, CancellationTokenSource work, CancellationToken settled)
    {
        using var timer = new PeriodicTimer(options.Value.Lease / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(settled))
            {
                if (!await ledger.ExtendAsync(claim, settled))
                    await work.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (settled.IsCancellationRequested)
        {
        }
        catch (LedgerUnavailableException)
        {
            await work.CancelAsync();
        }
    }

    private async Task<TaskOutcome> LoseAsync(TaskClaim claim, IEnumerable<Part> parts)
    {
        Log.ClaimLost(logger, claim.Task);
        await DropAsync(parts);
        return TaskOutcome.Settled;
    }

    // Best effort: what stays behind goes with the part folder when the run ends.
    private async Task DropAsync(IEnumerable<Part> parts)
    {
        try
        {
            await result.DeleteAsync([.. parts.SelectMany(part => (string?[])[part.Path, part.ErrorsPath]).OfType<string>()], CancellationToken.None);
        }
        catch (StorageException failure)
        {
            Log.DropFailed(logger, failure);
        }
    }
}
