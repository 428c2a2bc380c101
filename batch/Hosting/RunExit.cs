using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Hosting;

/// <summary>Turns how a run, or a program, ended into its exit code.</summary>
public static class RunExit
{
    /// <summary>The code of an ended run.</summary>
    public static int CodeOf(RunState state, string? reason) => state switch
    {
        RunState.Complete => ExitCode.Complete,
        RunState.Cancelled when reason == RunReason.Deadline => ExitCode.DeadlinePassed,
        RunState.Cancelled or RunState.Failed => ExitCode.FailedFiles,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "an open run has no exit code"),
    };

    /// <summary>The code of a fault that has a name; null: a crash, which stays one.</summary>
    public static int? CodeOf(Exception fault) => fault switch
    {
        ServiceUnavailableException or BrokerUnavailableException or LedgerUnavailableException or StorageException => ExitCode.DependencyAway,
        RunConflictException => ExitCode.Usage,
        _ => null,
    };
}
