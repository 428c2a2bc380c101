using System.Text;
using PlanetGraph.Batch;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Testing.Faults;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>What happens to workers must not show in the result.</summary>
public sealed class WorkerFaultTests(SharedServers servers, RealService service) : RunTest(servers, service)
{
    [Fact]
    public async Task Worker_KilledInTheMiddleOfAChunk_AnotherDoesItsTasks()
    {
        await using var cluster = await ClusterAsync();
        cluster.Service.Fault = ServiceFault.Holding;
        var publisher = cluster.StartPublisher();
        var killed = cluster.StartWorker("killed");
        await cluster.WaitForHeldCallsAsync();

        await killed.KillAsync();
        var left = await cluster.Ledger.ProgressAsync(cluster.Run, Cancel);
        Assert.True(left is { TasksRunning: > 0, FilesDone: 0, Rows: 0 }, $"it was not killed in the middle of its first chunks: {left}");
        Assert.Equal("killed", Assert.Single(await cluster.Ledger.WorkersAsync(cluster.Run, Cancel)).Name);
        cluster.Service.Fault = ServiceFault.None;
        var other = cluster.StartWorker("other");

        await AssertCompleteAsync(cluster, publisher, other);
    }

    [Fact]
    public async Task Worker_FrozenUntilItsLeaseWasTaken_ChangesNothingWhenItWakes()
    {
        await using var cluster = await ClusterAsync();
        cluster.Service.Fault = ServiceFault.Holding;
        var publisher = cluster.StartPublisher();
        var stale = cluster.StartWorker("stale");
        await cluster.WaitForHeldCallsAsync();

        stale.Freeze();
        cluster.Service.Fault = ServiceFault.None;
        var other = cluster.StartWorker("other");
        await cluster.AssertExitAsync(ExitCode.Complete, other);
        stale.Continue();

        await AssertCompleteAsync(cluster, publisher, stale);
    }

    [Fact]
    public async Task Workers_TerminatedInTurn_HandBackAndTheLastOneFinishes()
    {
        await using var cluster = await ClusterAsync();
        var publisher = cluster.StartPublisher();
        for (var turn = 1; turn <= 3; turn++)
        {
            cluster.Service.Fault = ServiceFault.Holding;
            var held = cluster.Service.Faulted;
            var worker = cluster.StartWorker($"worker-{turn}", ("PLANET_GRAPH__WORKER__GRACE", "00:00:01"));
            await cluster.WaitForHeldCallsAsync(held + 1);
            worker.Terminate();
            await cluster.AssertExitAsync(ExitCode.Terminated, worker);
            cluster.Service.Fault = ServiceFault.None;
        }

        var last = cluster.StartWorker("last");

        await AssertCompleteAsync(cluster, publisher, last);
        Assert.Equal(0, (await cluster.Ledger.ProgressAsync(cluster.Run, Cancel)).Retries);
    }

    [Fact]
    public async Task Messages_PublishedAgainByHand_AreDoneOnce()
    {
        await using var cluster = await ClusterAsync();
        cluster.Service.Fault = ServiceFault.Holding;
        var publisher = cluster.StartPublisher();
        var workers = new[] { cluster.StartWorker("worker-a"), cluster.StartWorker("worker-b") };
        await cluster.WaitForHeldCallsAsync(2);
        await cluster.WaitForProgressAsync(progress => progress is { IsListed: true, TasksUnpublished: 0 }, "all is published", Cancel);

        var progress = await cluster.Ledger.ProgressAsync(cluster.Run, Cancel);
        for (var task = 1; task <= progress.TasksWaiting + progress.TasksRunning; task++)
        {
            var message = new TaskMessage(cluster.Run.Value, task, []);
            await cluster.Broker.PublishAsync(cluster.VirtualHost, $"planet-graph.tasks.{cluster.Run}", message.ToJson(), Cancel);
        }

        await cluster.Broker.PublishAsync(cluster.VirtualHost, $"planet-graph.tasks.{cluster.Run}", Encoding.UTF8.GetBytes("no task"), Cancel);
        cluster.Service.Fault = ServiceFault.None;

        await AssertCompleteAsync(cluster, [publisher, .. workers]);
    }

    [Fact]
    public async Task Worker_CrashesInTheBackground_DoesNotExitWithZero()
    {
        await using var cluster = await ClusterAsync();
        cluster.Service.Fault = ServiceFault.Holding;
        cluster.StartPublisher();
        var worker = cluster.StartWorker("crashes");
        await cluster.WaitForHeldCallsAsync();

        await cluster.BreakLedgerAsync(Cancel);
        cluster.Service.Fault = ServiceFault.None;

        var code = await worker.ExitCodeAsync(TimeSpan.FromSeconds(90));
        Assert.True(code is not (ExitCode.Complete or ExitCode.FailedFiles or ExitCode.Terminated), $"a crash exited with {code}:\n{worker.Output.Tail()}");
    }
}
