using PlanetGraph.Batch;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Engine;
using Spectre.Console;

namespace PlanetGraph.Standalone.Batch;

/// <summary>One run in one process: takes the output folder, composes publisher, worker and engine, runs them, and says what came of it.</summary>
internal static class BatchProgram
{
    /// <summary>The folder in the output that holds what the run remembers.</summary>
    public const string StateFolder = ".planet-graph";

    private const int WidthOfLogs = 1000;

    public static async Task<int> RunAsync(BatchArguments arguments)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            // A log has no right edge: nothing is to be broken there.
            console.Profile.Width = WidthOfLogs;
        }

        using var interrupt = new Interrupt();
        try
        {
            return arguments.DryRun
                ? await DryRun.RunAsync(arguments, console, interrupt.Asked)
                : await RunLockedAsync(arguments, console, interrupt.Asked);
        }
        catch (GazetteerException e)
        {
            return Say(e.Message, ExitCode.Usage);
        }
        catch (UnauthorizedAccessException e)
        {
            return Say($"--output {arguments.Output} may not be written by this user: {e.Message}", ExitCode.Usage);
        }
        catch (Exception e) when ((RunExit.CodeOf(e) ?? (e is IOException ? ExitCode.DependencyAway : null)) is { } code)
        {
            return Say(code == ExitCode.DependencyAway ? $"{e.Message.TrimEnd('.')}. What is done is kept: the same command goes on." : e.Message, code);
        }
        catch (OperationCanceledException) when (interrupt.Asked.IsCancellationRequested)
        {
            return Say("stopped; what is done is kept: the same command goes on.", ExitCode.Terminated);
        }
    }

    private static async Task<int> RunLockedAsync(BatchArguments arguments, IAnsiConsole console, CancellationToken asked)
    {
        using var held = OutputLock.TryTake(Path.Combine(arguments.Output, StateFolder));
        if (held is null)
        {
            return Say($"another run is writing to {arguments.Output}; wait for it, or choose another folder.", ExitCode.Usage);
        }

        await using var services = BatchComposition.Compose(arguments);
        if (!await services.GetRequiredService<IInputStorage>().ListAsync(asked).AnyAsync(asked))
        {
            return Say($"--input {arguments.Input} holds no files.", ExitCode.Usage);
        }

        if (await OtherRunAsync(services, arguments, asked) is { } other)
        {
            return Say(
                $"{arguments.Output} holds run {other.Id} of {other.Settings.InputPath} ({Describe(other)}), which is not this one; choose another folder, or delete that one.",
                ExitCode.Usage);
        }

        return await services.GetRequiredService<BatchSession>().RunAsync(arguments, console, asked);
    }

    // A folder takes one run: results of two would lie over each other.
    private static async Task<RunRecord?> OtherRunAsync(IServiceProvider services, BatchArguments arguments, CancellationToken cancellationToken)
    {
        var name = Path.Combine(arguments.Output, StateFolder, "run");
        var id = BatchComposition.RunIdOf(arguments);
        // Killed while it was written, it is empty: nothing had begun then.
        var found = File.Exists(name) ? (await File.ReadAllTextAsync(name, cancellationToken)).Trim() : "";
        if (found.Length == 0)
        {
            await File.WriteAllTextAsync(name, id.Value, cancellationToken);
            return null;
        }

        if (found == id.Value)
        {
            return null;
        }

        var ledger = services.GetRequiredService<ILedger>();
        await ledger.MigrateAsync(cancellationToken);
        return await ledger.FindRunAsync(RunId.Parse(found), cancellationToken);
    }

    private static string Describe(RunRecord run) =>
        run.Settings.Format.ToString().ToLowerInvariant() + (run.Settings.AddressColumn is { } column ? $", column {column}" : "");

    private static int Say(string sentence, int code)
    {
        Console.Error.WriteLine($"planet-graph batch: {sentence}");
        return code;
    }
}
