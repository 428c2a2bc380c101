using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Planning;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Tests.Processing;

/// <summary>Stopped at any point and started again, a run ends with the bytes of an undisturbed one.</summary>
public sealed class ResumeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CrashAtAnyOperation_ThenResume_GivesTheSameBytes(bool oneGo)
    {
        var undisturbed = await RunAsync(oneGo, crashAt: int.MaxValue);
        Assert.Contains("_SUCCESS", undisturbed.Files.Keys);
        for (var crashAt = 0; crashAt < undisturbed.Operations; crashAt += 1 + (crashAt / 25))
            Assert.Equal(undisturbed.Files, (await RunAsync(oneGo, crashAt)).Files);
    }

    // What a machine loses although its disk had promised it: every part, or the file that was being joined.
    [Theory]
    [InlineData("big.txt")]
    [InlineData("small.txt")]
    public async Task PartsLostWithTheMachine_ThenResume_AreMadeAnew(string path)
    {
        using var undisturbed = new Run { Planning = Small };
        using var run = new Run { Planning = Small };
        foreach (var each in (Run[])[undisturbed, run])
            each.With(path, string.Concat(Enumerable.Range(0, path == "big.txt" ? 60 : 3).Select(row => $"广州市{row}号\n")));
        await undisturbed.GoAsync();

        // Everything is committed, and the last step, which names the file, fails.
        run.ResultStorage = new FaultyResultStorage(run.ResultStorage) { MoveFailure = new StorageException("the volume is gone") { IsTransient = true } };
        await Assert.ThrowsAsync<StorageException>(() => run.GoAsync());
        run.ResultStorage = new VolumeResultStorage(run.Result);
        Directory.Delete(Path.Combine(run.Result, ".parts"), recursive: true);
        run.Clock.Step(TimeSpan.FromMinutes(5));
        Assert.Equal(RunState.Complete, (await run.GoAsync())!.State);
        Assert.Equal(undisturbed.Files(), run.Files());
    }

    private static PlanningOptions Small => new() { ChunkBytes = 300, PackBytes = 200, PackFiles = 3 };

    // From the crash on the process reaches neither storage nor ledger; the one that comes after it finds the leases passed.
    private static async Task<(IReadOnlyDictionary<string, string> Files, int Operations)> RunAsync(bool oneGo, int crashAt)
    {
        using var run = new Run { Planning = Small };
        for (var file = 0; file < 4; file++)
            run.With($"small{file}.txt", $"北京{file}\n毒\n上海\n");
        run.With("big.csv", "id,addr\n" + string.Concat(Enumerable.Range(0, 60).Select(row => row % 7 == 0 ? $"{row},\"毒\n{row}\"\n" : $"{row},广州市天河区{row}号\n")));
        var operations = 0;
        var isDead = false;
        void Count()
        {
            isDead |= operations++ == crashAt;
            if (isDead)
                throw new LedgerUnavailableException("the process is dead");
        }

        run.ResultStorage = new FaultyResultStorage(run.ResultStorage) { OneGo = oneGo, Before = Count };
        run.WrapLedger = ledger => FaultyLedger.Wrap(ledger, Count);
        for (var time = 0; time < 5; time++)
        {
            try
            {
                if (await run.GoAsync() is { } ended)
                {
                    Assert.Equal(RunState.Complete, ended.State);
                    return (run.Files(), operations);
                }
            }
            catch (LedgerUnavailableException)
            {
            }

            isDead = false;
            run.Clock.Step(TimeSpan.FromMinutes(5));
        }

        throw new InvalidOperationException($"the run did not end after a crash at operation {crashAt}");
    }
}
