using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Contracts;

/// <summary>What every ledger promises. Runs on SQLite in Batch.Tests, on MySQL in Integration.Tests.</summary>
public abstract class LedgerContract : IAsyncLifetime
{
    private static readonly RunSettings Settings = new("1613965896");
    private readonly SteppedClock clock = new();
    private readonly RunId run = RunId.Parse("t" + Guid.NewGuid().ToString("N")[..12]);
    private ILedger ledger = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A ledger that leases for 60 s and allows 3 attempts.</summary>
    protected abstract Task<ILedger> CreateAsync(TimeProvider clock);

    protected static LedgerOptions Options => new() { Lease = TimeSpan.FromSeconds(60), AttemptLimit = 3, Patience = TimeSpan.FromSeconds(20) };

    public async ValueTask InitializeAsync()
    {
        ledger = await CreateAsync(clock);
        await ledger.MigrateAsync(Cancel);
        await ledger.OpenRunAsync(run, Settings, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await ledger.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Migrate_ManyAtOnce_LeavesOneSchema()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ledger.MigrateAsync(Cancel)));
        Assert.NotNull(await ledger.FindRunAsync(run, Cancel));
    }

    [Fact]
    public async Task OpenRun_SameSettings_IsTheSameRun()
    {
        var again = await ledger.OpenRunAsync(run, Settings, Cancel);
        Assert.Equal((run, Settings, RunState.Open), (again.Id, again.Settings, again.State));
    }

    [Fact]
    public async Task OpenRun_OtherSettings_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<RunConflictException>(() => ledger.OpenRunAsync(run, Settings with { Format = OutputFormat.Csv }, Cancel));
        Assert.Contains(run.Value, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndRun_Twice_FirstWins()
    {
        Assert.True(await ledger.EndRunAsync(run, RunState.Cancelled, "deadline", Cancel));
        Assert.False(await ledger.EndRunAsync(run, RunState.Complete, null, Cancel));
        var ended = await ledger.FindRunAsync(run, Cancel);
        Assert.Equal((RunState.Cancelled, "deadline"), (ended!.State, ended.Reason));
        Assert.NotNull(ended.Ended);
    }

    [Fact]
    public async Task Register_FilesOfBothKinds_AreCountedAndPublishable()
    {
        var messages = await RegisterAsync(Big("大/文件 1.csv", 3), Pack("a.txt", "b.txt"));
        await ledger.RegisterAsync(run, [], [new SkippedFile(new FileEntry("c.pdf", 9, 0), "not a format we read")], Cancel);
        Assert.Equal(4, messages.Count);
        Assert.Equal(messages.Select(message => message.Task), messages.Select(message => message.Task).Distinct());

        var progress = await ledger.ProgressAsync(run, Cancel);
        Assert.Equal((3, 1, 4, 4), (progress.FilesPending, progress.FilesSkipped, progress.TasksWaiting, progress.TasksUnpublished));
        Assert.False(progress.IsListed);

        var unpublished = await ledger.UnpublishedTasksAsync(run, 100, Cancel);
        Assert.Equal(messages.Select(message => (message.Task, message.Chunks.Count)), unpublished.Select(message => (message.Task, message.Chunks.Count)));
        Assert.Contains(unpublished, message => message.Chunks.Any(chunk => chunk.Path == "大/文件 1.csv"));
        await ledger.MarkPublishedAsync(run, [messages[0].Task, messages[1].Task], Cancel);
        Assert.Equal(2, (await ledger.UnpublishedTasksAsync(run, 100, Cancel)).Count);
        Assert.Equal(2, await ledger.ReopenPublishedAsync(run, Cancel));
        Assert.Equal(4, (await ledger.UnpublishedTasksAsync(run, 100, Cancel)).Count);
    }

    [Fact]
    public async Task Register_SameFileAgain_ChangesNothing()
    {
        await RegisterAsync(Pack("a.txt"));
        Assert.Empty(await ledger.RegisterAsync(run, [Pack("a.txt")], [], Cancel));
        Assert.Equal(1, (await ledger.ProgressAsync(run, Cancel)).TasksWaiting);
        Assert.Equal(["a.txt"], await ledger.KnownFilesAsync(run, ["a.txt", "A.txt"], Cancel));
    }

    [Fact]
    public async Task CompleteListing_AllShards_IsListed()
    {
        await ledger.CompleteListingAsync(run, 0, 2, Cancel);
        await ledger.CompleteListingAsync(run, 0, 2, Cancel);
        Assert.False((await ledger.ProgressAsync(run, Cancel)).IsListed);
        await ledger.CompleteListingAsync(run, 1, 2, Cancel);
        Assert.True((await ledger.ProgressAsync(run, Cancel)).IsSettled);
    }

    [Fact]
    public async Task IsSettled_OnlyWhenAllIsListedAndNoFileIsLeft()
    {
        Assert.False(await ledger.IsSettledAsync(run, Cancel));
        await RegisterAsync(Pack("a.txt"));
        await ledger.CompleteListingAsync(run, 0, 2, Cancel);
        await ledger.CompleteListingAsync(run, 1, 2, Cancel);
        Assert.False(await ledger.IsSettledAsync(run, Cancel));
        await ledger.FailFileAsync(run, new FileFailure(FileEntry.IdOf("a.txt"), "it cannot be read"), Cancel);
        Assert.True(await ledger.IsSettledAsync(run, Cancel));
    }

    [Fact]
    public async Task IsSettled_OneShardOfTwoHasListed_IsNot()
    {
        await ledger.CompleteListingAsync(run, 0, 2, Cancel);
        Assert.False(await ledger.IsSettledAsync(run, Cancel));
    }

    [Fact]
    public async Task Claim_ByManyAtOnce_GivesTheTaskToOne()
    {
        var task = (await RegisterAsync(Pack("a.txt")))[0].Task;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => ledger.ClaimAsync(run, task, $"w{worker}", Cancel)));
        Assert.Single(outcomes, outcome => outcome.Outcome == ClaimOutcome.Claimed);
        Assert.Equal(7, outcomes.Count(outcome => outcome.Outcome == ClaimOutcome.Held));
        Assert.Single(await ledger.WorkersAsync(run, Cancel));
    }

    [Fact]
    public async Task Claim_UnknownTask_SaysSo() =>
        Assert.Equal(ClaimOutcome.Unknown, (await ledger.ClaimAsync(run, 4711, "w", Cancel)).Outcome);

    [Fact]
    public async Task Claim_RunHasEnded_IsSettled()
    {
        var task = (await RegisterAsync(Pack("a.txt")))[0].Task;
        var claim = await ClaimAsync(task);
        await ledger.EndRunAsync(run, RunState.Cancelled, null, Cancel);
        Assert.False(await ledger.ExtendAsync(claim, Cancel));
        clock.Step(TimeSpan.FromMinutes(2));
        Assert.Equal(ClaimOutcome.Settled, (await ledger.ClaimAsync(run, task, "w", Cancel)).Outcome);
    }

    [Fact]
    public async Task Complete_ByAStaleWorker_IsRefusedAndTheNewOneCounts()
    {
        var task = (await RegisterAsync(Pack("a.txt")))[0].Task;
        var stale = await ClaimAsync(task);
        clock.Step(TimeSpan.FromMinutes(2));
        var fresh = await ClaimAsync(task);
        Assert.True(fresh.Fence > stale.Fence);

        Assert.False(await ledger.ExtendAsync(stale, Cancel));
        Assert.False(await ledger.CompleteAsync(stale, [PartOf("a.txt", 0, "stale")], [], Cancel));
        Assert.True(await ledger.CompleteAsync(fresh, [PartOf("a.txt", 0, "fresh")], [], Cancel));
        Assert.False(await ledger.CompleteAsync(stale, [PartOf("a.txt", 0, "stale")], [], Cancel));
        Assert.Equal("fresh", Assert.Single(await ledger.PartsAsync(run, FileEntry.IdOf("a.txt"), 0, 10, Cancel)).Part.Path);
    }

    [Fact]
    public async Task Complete_Twice_SaysDoneBothTimes()
    {
        var task = (await RegisterAsync(Pack("a.txt")))[0].Task;
        var claim = await ClaimAsync(task);
        Assert.True(await ledger.CompleteAsync(claim, [PartOf("a.txt", 0)], [], Cancel));
        Assert.True(await ledger.CompleteAsync(claim, [PartOf("a.txt", 0)], [], Cancel));
        Assert.Equal(ClaimOutcome.Settled, (await ledger.ClaimAsync(run, task, "w", Cancel)).Outcome);
    }

    [Fact]
    public async Task Extend_BeforeTheLeaseEnds_KeepsTheTask()
    {
        var task = (await RegisterAsync(Pack("a.txt")))[0].Task;
        var claim = await ClaimAsync(task);
        clock.Step(TimeSpan.FromSeconds(40));
        Assert.True(await ledger.ExtendAsync(claim, Cancel));
        clock.Step(TimeSpan.FromSeconds(40));
        Assert.Equal(ClaimOutcome.Held, (await ledger.ClaimAsync(run, task, "other", Cancel)).Outcome);
        Assert.Equal(0, await ledger.ReopenLapsedAsync(run, Cancel));
        clock.Step(TimeSpan.FromSeconds(40));
        Assert.Equal(1, await ledger.ReopenLapsedAsync(run, Cancel));
        Assert.Single(await ledger.UnpublishedTasksAsync(run, 10, Cancel));
    }

    [Fact]
    public async Task HandBack_AnyNumberOfTimes_SpendsNoAttempt()
    {
        var task = (await RegisterAsync(Pack("a.txt")))[0].Task;
        for (var time = 0; time < 10; time++)
            await ledger.HandBackAsync(await ClaimAsync(task), Cancel);
        Assert.Equal(1, (await ClaimAsync(task)).Attempt);
    }

    [Fact]
    public async Task Fail_UntilNoAttemptIsLeft_FailsTheFilesWithTheReason()
    {
        var task = (await RegisterAsync(Pack("a.txt", "b.txt")))[0].Task;
        Assert.True(await ledger.FailAsync(await ClaimAsync(task), "first", [PartOf("b.txt", 0)], Cancel));
        Assert.True(await ledger.FailAsync(await ClaimAsync(task), "second", [], Cancel));
        var last = await ClaimAsync(task);
        Assert.Equal((3, "a.txt"), (last.Attempt, Assert.Single(last.Chunks).File.Path));
        Assert.False(await ledger.FailAsync(last, "the disk is full", [], Cancel));

        var files = await ledger.FilesAsync(run, null, null, null, 10, Cancel);
        Assert.Equal([("a.txt", FileState.Failed), ("b.txt", FileState.Pending)], files.Select(file => (file.Path, file.State)));
        Assert.Contains("the disk is full", files[0].Reason, StringComparison.Ordinal);
        Assert.Equal(ClaimOutcome.Settled, (await ledger.ClaimAsync(run, task, "w", Cancel)).Outcome);
    }

    [Fact]
    public async Task Claim_AfterEveryAttemptDied_FailsTheFiles()
    {
        var task = (await RegisterAsync(Pack("a.txt")))[0].Task;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await ClaimAsync(task);
            clock.Step(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(ClaimOutcome.Settled, (await ledger.ClaimAsync(run, task, "w", Cancel)).Outcome);
        Assert.Equal(FileState.Failed, Assert.Single(await ledger.FilesAsync(run, null, null, null, 10, Cancel)).State);
    }

    [Fact]
    public async Task Complete_FileFailed_DropsItsOtherChunks()
    {
        var messages = await RegisterAsync(Big("big.csv", 2));
        Assert.True(await ledger.CompleteAsync(await ClaimAsync(messages[0].Task), [], [new FileFailure(FileEntry.IdOf("big.csv"), "no column 'address'")], Cancel));
        Assert.Empty((await ClaimAsync(messages[1].Task)).Chunks);
        var file = Assert.Single(await ledger.FilesAsync(run, FileState.Failed, null, null, 10, Cancel));
        Assert.Equal("no column 'address'", file.Reason);
    }

    [Fact]
    public async Task ReopenRun_FailedFiles_AreToDoAgainAndDoneOnesAreNot()
    {
        var messages = await RegisterAsync(Pack("good.txt"), Pack("bad.txt"));
        await ledger.CompleteAsync(await ClaimAsync(messages[0].Task), [PartOf("good.txt", 0)], [], Cancel);
        await ledger.FinishWholeFilesAsync(run, [FileEntry.IdOf("good.txt")], Cancel);
        await ledger.CompleteAsync(await ClaimAsync(messages[1].Task), [], [new FileFailure(FileEntry.IdOf("bad.txt"), "vanished")], Cancel);
        await ledger.EndRunAsync(run, RunState.Failed, null, Cancel);

        Assert.Equal(1, await ledger.ReopenRunAsync(run, 1, [], Cancel));
        Assert.Equal(1, (await ledger.FindRunAsync(run, Cancel))!.Attempt);
        Assert.Equal(messages[1].Task, Assert.Single(await ledger.UnpublishedTasksAsync(run, 10, Cancel)).Task);
        Assert.Equal("bad.txt", Assert.Single((await ClaimAsync(messages[1].Task)).Chunks).File.Path);
    }

    [Fact]
    public async Task ReopenRun_LostResult_IsToDoAgainWholeAndItsNeighbourIsNot()
    {
        var task = Assert.Single(await RegisterAsync(Pack("kept.txt", "lost.txt"))).Task;
        await ledger.CompleteAsync(await ClaimAsync(task), [PartOf("kept.txt", 0), PartOf("lost.txt", 0)], [], Cancel);
        await ledger.FinishWholeFilesAsync(run, [FileEntry.IdOf("kept.txt"), FileEntry.IdOf("lost.txt")], Cancel);
        await ledger.EndRunAsync(run, RunState.Complete, null, Cancel);

        Assert.Equal(1, await ledger.ReopenRunAsync(run, 1, [FileEntry.IdOf("lost.txt")], Cancel));
        Assert.Equal("kept.txt", Assert.Single(await ledger.FilesAsync(run, FileState.Done, null, null, 10, Cancel)).Path);
        Assert.Empty(await ledger.PartsAsync(run, FileEntry.IdOf("lost.txt"), 0, 1, Cancel));
        Assert.Equal(task, Assert.Single(await ledger.UnpublishedTasksAsync(run, 10, Cancel)).Task);
        Assert.Equal("lost.txt", Assert.Single((await ClaimAsync(task)).Chunks).File.Path);
    }

    [Fact]
    public async Task ReopenRun_SameRetryTwice_OpensOnce()
    {
        await ledger.EndRunAsync(run, RunState.Failed, null, Cancel);
        await ledger.ReopenRunAsync(run, 1, [], Cancel);
        await ledger.EndRunAsync(run, RunState.Failed, null, Cancel);
        await ledger.ReopenRunAsync(run, 1, [], Cancel);
        Assert.Equal(RunState.Failed, (await ledger.FindRunAsync(run, Cancel))!.State);
    }

    [Fact]
    public async Task ReopenRunning_LeaseStillHolds_IsFreeAtOnceAndNoAttemptIsLost()
    {
        var task = (await RegisterAsync(Pack("a.txt")))[0].Task;
        var held = await ClaimAsync(task);
        Assert.Equal(1, await ledger.ReopenRunningAsync(run, Cancel));
        Assert.Equal(task, Assert.Single(await ledger.UnpublishedTasksAsync(run, 10, Cancel)).Task);
        Assert.Equal(held.Attempt, (await ClaimAsync(task)).Attempt);
        Assert.False(await ledger.ExtendAsync(held, Cancel));
    }

    [Fact]
    public async Task Workers_Holding_SayWhenTheyWereSeen()
    {
        var task = (await RegisterAsync(Pack("a.txt")))[0].Task;
        var before = clock.GetUtcNow();
        await ClaimAsync(task);
        var after = clock.GetUtcNow();
        clock.Step(TimeSpan.FromSeconds(20));
        var worker = Assert.Single(await ledger.WorkersAsync(run, Cancel));
        Assert.Equal(1, worker.Tasks);
        Assert.InRange(worker.Seen.ToUnixTimeMilliseconds(), before.ToUnixTimeMilliseconds(), after.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Files_Containing_TakesTheTextAsItIs()
    {
        await RegisterAsync(Pack("100%.txt"), Pack("1000.txt"), Pack("a_b.txt"), Pack("acb.txt"), Pack("省/市.txt"));
        Assert.Equal("100%.txt", Assert.Single(await ledger.FilesAsync(run, null, "0%", null, 10, Cancel)).Path);
        Assert.Equal("a_b.txt", Assert.Single(await ledger.FilesAsync(run, null, "a_b", null, 10, Cancel)).Path);
        Assert.Equal("省/市.txt", Assert.Single(await ledger.FilesAsync(run, null, "市", null, 10, Cancel)).Path);
    }

    [Fact]
    public async Task FinishWholeFiles_Done_HasThePartsNumbers()
    {
        var task = (await RegisterAsync(Pack("a.txt", "b.txt")))[0].Task;
        await ledger.CompleteAsync(await ClaimAsync(task), [PartOf("a.txt", 0), PartOf("b.txt", 0)], [], Cancel);
        await ledger.FinishWholeFilesAsync(run, [FileEntry.IdOf("a.txt"), FileEntry.IdOf("b.txt")], Cancel);
        var files = await ledger.FilesAsync(run, FileState.Done, null, null, 10, Cancel);
        var part = PartOf("b.txt", 0);
        Assert.Equal(new FileResult(part.File, part.Rows, part.Errors, part.Bytes, part.Hash, part.Seconds), files[1].Result);
        var progress = await ledger.ProgressAsync(run, Cancel);
        Assert.Equal((2, 1, 2 * part.Rows, 2 * part.Errors, 200), (progress.FilesDone, progress.TasksDone, progress.Rows, progress.Errors, progress.BytesDone));
    }

    [Fact]
    public async Task ErrorReasons_PartsOfSomeFiles_AreTheSumsOfWhatCounts()
    {
        var messages = await RegisterAsync(Big("big.csv", 2), Pack("small.txt"));
        var stale = await ClaimAsync(messages[0].Task);
        clock.Step(TimeSpan.FromMinutes(2));
        Assert.False(
            await ledger.CompleteAsync(stale with { Fence = stale.Fence - 1 }, [WithErrors("big.csv", 0, (ErrorReason.NulByte, 1000))], [], Cancel), "a stale claim counts nothing");
        var claim = await ClaimAsync(messages[0].Task);
        var part = WithErrors("big.csv", 0, (ErrorReason.BrokenCharacters, 700), (ErrorReason.NoAddress, 3));
        Assert.True(await ledger.CompleteAsync(claim, [part], [], Cancel));
        Assert.True(await ledger.CompleteAsync(claim, [part], [], Cancel));
        await ledger.CompleteAsync(await ClaimAsync(messages[1].Task), [WithErrors("big.csv", 1, (ErrorReason.NoAddress, 4))], [], Cancel);
        await ledger.CompleteAsync(await ClaimAsync(messages[2].Task), [WithErrors("small.txt", 0, (ErrorReason.NoAddress, 1000))], [], Cancel);
        await ledger.FinishWholeFilesAsync(run, [FileEntry.IdOf("small.txt")], Cancel);

        Assert.Equal([new(ErrorReason.NoAddress, 1007), new(ErrorReason.BrokenCharacters, 700)], await ledger.ErrorReasonsAsync(run, null, Cancel));
        Assert.Equal([new(ErrorReason.NoAddress, 1000)], await ledger.ErrorReasonsAsync(run, FileState.Done, Cancel));
        Assert.Equal(1707, (await ledger.ProgressAsync(run, Cancel)).Errors);

        var assembly = await ledger.ClaimAssemblyAsync(run, FileEntry.IdOf("big.csv"), "w", Cancel);
        Assert.True(await ledger.ReplacePartAsync(assembly!, WithErrors("big.csv", 0, (ErrorReason.NoAddress, 2)), Cancel));
        Assert.Equal([new(ErrorReason.NoAddress, 1006)], await ledger.ErrorReasonsAsync(run, null, Cancel));
    }

    [Fact]
    public async Task ErrorReasons_PartOfAProgramThatDidNotTell_AreUnknown()
    {
        var messages = await RegisterAsync(Pack("new.txt"), Pack("old.txt"));
        await ledger.CompleteAsync(await ClaimAsync(messages[0].Task), [WithErrors("new.txt", 0, (ErrorReason.NulByte, 5))], [], Cancel);
        await ledger.CompleteAsync(await ClaimAsync(messages[1].Task), [PartOf("old.txt", 0) with { Errors = 7 }], [], Cancel);
        Assert.Equal([new(ErrorReason.Unknown, 7), new(ErrorReason.NulByte, 5)], await ledger.ErrorReasonsAsync(run, null, Cancel));
    }

    [Fact]
    public async Task ErrorReasons_LostResultDoneAnew_AreCountedOnce()
    {
        var task = Assert.Single(await RegisterAsync(Pack("lost.txt"))).Task;
        await ledger.CompleteAsync(await ClaimAsync(task), [WithErrors("lost.txt", 0, (ErrorReason.NulByte, 5))], [], Cancel);
        await ledger.FinishWholeFilesAsync(run, [FileEntry.IdOf("lost.txt")], Cancel);
        await ledger.EndRunAsync(run, RunState.Complete, null, Cancel);
        await ledger.ReopenRunAsync(run, 1, [FileEntry.IdOf("lost.txt")], Cancel);
        Assert.Empty(await ledger.ErrorReasonsAsync(run, null, Cancel));
        await ledger.CompleteAsync(await ClaimAsync(task), [WithErrors("lost.txt", 0, (ErrorReason.NulByte, 5))], [], Cancel);
        Assert.Equal([new(ErrorReason.NulByte, 5)], await ledger.ErrorReasonsAsync(run, null, Cancel));
    }

    [Fact]
    public async Task Failures_ManyFiles_AreCountedByReasonMostFrequentFirst()
    {
        await ledger.RegisterAsync(
            run, [], [.. Enumerable.Range(0, 5).Select(file => new SkippedFile(new FileEntry($"{file}.txt", 1, 0), file == 3 ? "no permission" : "its name is not UTF-8", IsFailure: true))], Cancel);
        await ledger.RegisterAsync(run, [], [new SkippedFile(new FileEntry("c.pdf", 9, 0), "not a format we read")], Cancel);
        Assert.Equal([new("its name is not UTF-8", 4), new("no permission", 1)], await ledger.FailuresAsync(run, 10, Cancel));
        Assert.Equal(4, Assert.Single(await ledger.FailuresAsync(run, 1, Cancel)).Files);
    }

    [Fact]
    public async Task Files_Paged_ComeInOrderOfTheirBytes()
    {
        await RegisterAsync(Pack("b.txt"), Pack("B.txt"), Pack("省.txt"), Pack("a/z.txt"));
        var first = await ledger.FilesAsync(run, null, null, null, 2, Cancel);
        var rest = await ledger.FilesAsync(run, null, null, first[^1].Path, 10, Cancel);
        Assert.Equal(["B.txt", "a/z.txt", "b.txt", "省.txt"], first.Concat(rest).Select(file => file.Path));
    }

    [Fact]
    public async Task Assembly_TakenOver_GoesOnWhereItStoodAndRefusesTheOld()
    {
        var messages = await RegisterAsync(Big("big.csv", 3));
        var file = FileEntry.IdOf("big.csv");
        Assert.Empty(await ledger.FilesToAssembleAsync(run, 10, Cancel));
        await ledger.CompleteAsync(await ClaimAsync(messages[1].Task), [PartOf("big.csv", 1)], [], Cancel);
        Assert.Empty(await ledger.FilesToAssembleAsync(run, 10, Cancel));
        await ledger.CompleteAsync(await ClaimAsync(messages[0].Task), [PartOf("big.csv", 0)], [], Cancel);
        Assert.Equal([file], await ledger.FilesToAssembleAsync(run, 10, Cancel));

        var old = await ledger.ClaimAssemblyAsync(run, file, "w1", Cancel);
        Assert.Null(await ledger.ClaimAssemblyAsync(run, file, "w2", Cancel));
        Assert.Equal([0, 1], (await ledger.PartsAsync(run, file, 0, 10, Cancel)).Select(part => part.Chunk.Index));
        var reached = new AssemblyProgress(2, 200, 20, 2, 21, 2000, 77, 1.5, "state");
        Assert.True(await ledger.AdvanceAssemblyAsync(old!, reached, Cancel));

        clock.Step(TimeSpan.FromMinutes(2));
        var fresh = await ledger.ClaimAssemblyAsync(run, file, "w2", Cancel);
        Assert.Equal((reached, 3), (fresh!.Progress, fresh.Chunks));
        Assert.False(await ledger.AdvanceAssemblyAsync(old!, reached with { NextChunk = 3 }, Cancel));
        Assert.False(await ledger.ReplacePartAsync(old!, PartOf("big.csv", 1, "old"), Cancel));
        Assert.True(await ledger.ReplacePartAsync(fresh, PartOf("big.csv", 1, "fresh"), Cancel));
        Assert.Equal("fresh", (await ledger.PartsAsync(run, file, 1, 10, Cancel))[0].Part.Path);

        var result = new FileResult(file, 30, 3, 3000, "00000000deadbeef", 2.5);
        Assert.False(await ledger.FinishAssemblyAsync(old!, result, Cancel));
        Assert.True(await ledger.FinishAssemblyAsync(fresh, result, Cancel));
        Assert.True(await ledger.FinishAssemblyAsync(fresh, result, Cancel));
        Assert.Equal(result, Assert.Single(await ledger.FilesAsync(run, FileState.Done, null, null, 10, Cancel)).Result);
        Assert.Null(await ledger.ClaimAssemblyAsync(run, file, "w3", Cancel));
    }

    [Fact]
    public async Task ReleaseAssembly_LetsOthersHaveTheFile()
    {
        var messages = await RegisterAsync(Big("big.csv", 2));
        await ledger.CompleteAsync(await ClaimAsync(messages[0].Task), [PartOf("big.csv", 0)], [], Cancel);
        var file = FileEntry.IdOf("big.csv");
        await ledger.ReleaseAssemblyAsync((await ledger.ClaimAssemblyAsync(run, file, "w1", Cancel))!, Cancel);
        Assert.NotNull(await ledger.ClaimAssemblyAsync(run, file, "w2", Cancel));
    }

    private static PlannedTask Pack(params string[] paths) => new([.. paths.Select(path => new Chunk(new FileEntry(path, 100, 5), 0, 0, 100))]);

    private static PlannedTask[] Big(string path, int chunks) =>
        [.. Enumerable.Range(0, chunks).Select(index => new PlannedTask([new Chunk(new FileEntry(path, chunks * 100, 5), index, index * 100, 100)]))];

    private static Part PartOf(string path, int index, string name = "part") =>
        new(FileEntry.IdOf(path), index, name, null, index * 100, (index + 1) * 100, 10, 1, 11, 1000, 0, "0123456789abcdef", 0.25);

    private static Part WithErrors(string path, int index, params (ErrorReason Reason, long Rows)[] errors) => PartOf(path, index) with
    {
        Rows = 2000,
        Errors = errors.Sum(error => error.Rows),
        Reasons = [.. errors.Select(error => new ReasonCount(error.Reason, error.Rows))],
    };

    private Task<IReadOnlyList<TaskMessage>> RegisterAsync(PlannedTask[] big, params PlannedTask[] more) => ledger.RegisterAsync(run, [.. big, .. more], [], Cancel);

    private Task<IReadOnlyList<TaskMessage>> RegisterAsync(params PlannedTask[] tasks) => ledger.RegisterAsync(run, tasks, [], Cancel);

    private async Task<TaskClaim> ClaimAsync(long task)
    {
        var result = await ledger.ClaimAsync(run, task, "worker", Cancel);
        Assert.Equal(ClaimOutcome.Claimed, result.Outcome);
        return result.Claim!;
    }
}
