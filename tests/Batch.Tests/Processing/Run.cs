using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Assembly;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Ledger.Sql;
using PlanetGraph.Batch.Planning;
using PlanetGraph.Batch.Processing;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Contracts;
using static Microsoft.Extensions.Options.Options;

namespace PlanetGraph.Batch.Tests.Processing;

/// <summary>A whole run in this process on a folder of its own: real files, a real ledger.</summary>
public sealed class Run : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly LedgerOptions ledgerOptions = new() { AttemptLimit = 3 };
    private int ledgers;

    public Run()
    {
        Directory.CreateDirectory(Input);
        ResultStorage = new VolumeResultStorage(Result);
        InputStorage = new VolumeInputStorage(Input);
    }

    public string Input => folder["input"];

    public string Result => folder["result"];

    public RunSettings Settings { get; set; } = new("in");

    public PlanningOptions Planning { get; set; } = new();

    public SteppedClock Clock { get; } = new();

    public IAddressService Service { get; set; } = new EchoService();

    public IResultStorage ResultStorage { get; set; }

    public IInputStorage InputStorage { get; set; }

    /// <summary>Wraps the ledger of the next <see cref="GoAsync"/>.</summary>
    public Func<ILedger, ILedger> WrapLedger { get; set; } = ledger => ledger;

    public RunId Id => RunId.Of(Settings);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Run With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public Run With(string path, byte[] bytes)
    {
        var full = Path.Combine(Input, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    /// <summary>Lists, works every task in turn until none is left, ends the run. What fails stays for the next call, as after a crash.</summary>
    public async Task<RunRecord?> GoAsync(bool freshLedger = false)
    {
        await using var sqlite = new SqliteLedger(folder[$"ledger-{(freshLedger ? ++ledgers : ledgers)}.db"], Create(ledgerOptions), Clock);
        await sqlite.MigrateAsync(Cancel);
        var ledger = WrapLedger(sqlite);
        var record = await ledger.OpenRunAsync(Id, Settings, Cancel);
        await ledger.ReopenLapsedAsync(Id, Cancel);
        await ledger.ReopenPublishedAsync(Id, Cancel);
        await foreach (var tasks in new RunPlanner(ledger, InputStorage, Create(Planning)).PlanAsync(Id, 0, 1, Cancel))
            _ = tasks;
        using var metrics = new BatchMetrics();
        var processor = new ChunkProcessor(InputStorage, ResultStorage, Service, metrics, Clock);
        var assembler = new FileAssembler(ledger, ResultStorage, processor, NullLogger<FileAssembler>.Instance);
        var runner = new TaskRunner(
            ledger, ResultStorage, Service, processor, assembler, metrics, Create(ledgerOptions), Clock, NullLogger<TaskRunner>.Instance);
        while (await ledger.UnpublishedTasksAsync(Id, 1000, Cancel) is { Count: > 0 } waiting)
        {
            foreach (var task in waiting)
            {
                while (await runner.RunAsync(record, task.Task, "w", Cancel) == TaskOutcome.Failed)
                {
                }
            }

            await ledger.MarkPublishedAsync(Id, [.. waiting.Select(task => task.Task)], Cancel);
        }

        await assembler.SweepAsync(record, "w", Cancel);
        return await new RunEnd(ledger, ResultStorage).FinishAsync(Id, Cancel);
    }

    /// <summary>The files of the result folder with their texts; seconds, which differ from run to run, are taken out of the manifest.</summary>
    public IReadOnlyDictionary<string, string> Files() => Directory.Exists(Result)
        ? Directory.EnumerateFiles(Result, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Result, path))
            .Where(path => !path.StartsWith(ResultPaths.Parts + "/", StringComparison.Ordinal))
            .ToDictionary(path => path, path => System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(Path.Combine(Result, path)), ",\"seconds\":[0-9.E-]+", ""), StringComparer.Ordinal)
        : new Dictionary<string, string>();

    public string[] Lines(string path) => Files()[path].Split('\n')[..^1];

    public string Reason(string path)
    {
        var line = Lines(ResultPaths.Manifest).Single(line => line.StartsWith($"{{\"path\":\"{path}\"", StringComparison.Ordinal));
        using var json = System.Text.Json.JsonDocument.Parse(line.TrimEnd(','));
        return json.RootElement.GetProperty("state").GetString() + ": " + (json.RootElement.TryGetProperty("reason", out var reason) ? reason.GetString() : "");
    }

    public void Dispose() => folder.Dispose();
}
