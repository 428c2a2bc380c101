using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Planning;

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

    // From the crash on the process reaches neither storage nor ledger; the one that comes after it finds the leases passed.
    private static async Task<(IReadOnlyDictionary<string, string> Files, int Operations)> RunAsync(bool oneGo, int crashAt)
    {
        using var run = new Run { Planning = new PlanningOptions { ChunkBytes = 300, PackBytes = 200, PackFiles = 3 } };
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
