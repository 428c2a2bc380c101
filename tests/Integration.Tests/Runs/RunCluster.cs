using System.Globalization;
using MySqlConnector;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Ledger.MySql;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Integration.Tests.Ledger;
using PlanetGraph.Testing.Faults;
using PlanetGraph.Testing.Processes;
using PlanetGraph.Testing.Servers;

namespace PlanetGraph.Integration.Tests.Runs;

/// <summary>
/// One run as a cluster has it: a folder, a virtual host, a database, a faulty way to the real service, and publisher and workers as processes.
/// Times are short: a lease of 3 s is to a lost worker here what a minute is in the field.
/// </summary>
internal sealed class RunCluster : IAsyncDisposable
{
    public const string InputDataPath = "1613965896";
    private static readonly TimeSpan RunDeadline = TimeSpan.FromSeconds(150);
    private readonly TemporaryFolder _root = new("run");
    private readonly Dictionary<string, string?> _environment;
    private readonly List<ProgramProcess> _processes = [];
    private readonly string _database;

    private RunCluster(Uri virtualHost, string database, FaultyService service, RabbitMqServer broker)
    {
        (VirtualHost, Service, Broker, _database) = (virtualHost, service, broker, database);
        Ledger = MySqlLedgers.On(database, new LedgerOptions { Patience = TimeSpan.FromSeconds(60) });
        _environment = Environment(virtualHost, new MySqlConnectionStringBuilder(database), service.Address, _root.Path);
    }

    public Uri VirtualHost { get; }

    public RabbitMqServer Broker { get; }

    public FaultyService Service { get; }

    public MySqlLedger Ledger { get; }

    public RunId Run { get; } = RunId.Of(new RunSettings(InputDataPath));

    public string Root => _root.Path;

    public string Input => _root[$"{InputDataPath}/input"];

    public string Result => _root[$"{InputDataPath}/result"];

    /// <summary>Prepares a run; nothing of ours is started yet.</summary>
    public static async Task<RunCluster> CreateAsync(RabbitMqServer broker, DatabaseServer database, RealService service, CancellationToken cancel)
    {
        var cluster = new RunCluster(
            await broker.CreateVirtualHostAsync(cancel), await database.CreateDatabaseAsync(cancel),
            await FaultyService.StartAsync(await service.AddressAsync(), cancel), broker);
        RunInput.Write(cluster.Input);
        await cluster.Ledger.MigrateAsync(cancel);
        return cluster;
    }

    /// <summary>Starts the publisher; it exits with the run's code at the end.</summary>
    public ProgramProcess StartPublisher(params (string Key, string Value)[] settings) => Start("Publisher", "publisher", settings);

    /// <summary>Starts a worker.</summary>
    public ProgramProcess StartWorker(string name, params (string Key, string Value)[] settings) =>
        Start("Worker", name, [("PLANET_GRAPH__WORKER__NAME", name), .. settings]);

    /// <summary>Waits until the service holds a call of a worker: the worker is in the middle of a chunk then.</summary>
    public Task WaitForHeldCallsAsync(int calls = 1) =>
        Eventually.HoldsAsync(() => Service.Faulted >= calls, $"{calls} calls are held", RunDeadline, Words);

    /// <summary>Waits until the ledger's sums are as asked.</summary>
    public Task WaitForProgressAsync(Func<RunProgress, bool> condition, string what, CancellationToken cancel) =>
        WaitForProgressAsync(progress => Task.FromResult(condition(progress)), what, cancel);

    /// <inheritdoc cref="WaitForProgressAsync(Func{RunProgress, bool}, string, CancellationToken)"/>
    public Task WaitForProgressAsync(Func<RunProgress, Task<bool>> condition, string what, CancellationToken cancel) => Eventually.HoldsAsync(
        async () => await Ledger.FindRunAsync(Run, cancel) is not null && await condition(await Ledger.ProgressAsync(Run, cancel)),
        what, RunDeadline, Words, cancel);

    /// <summary>Waits until the publisher has opened the run.</summary>
    public Task WaitForRunAsync(CancellationToken cancel) =>
        WaitForProgressAsync(_ => true, "the run is in the ledger", cancel);

    /// <summary>Holds every publisher's listing at a file of the input.</summary>
    public Task<ListingGate> CloseListingAsync(string path, CancellationToken cancel) => ListingGate.CloseAsync(_database, Run, path, cancel);

    /// <summary>Takes a table away from under the ledger: what no program expects.</summary>
    public async Task BreakLedgerAsync(CancellationToken cancel)
    {
        await using var connection = new MySqlConnection(_database);
        await connection.OpenAsync(cancel);
        await using var command = new MySqlCommand("DROP TABLE parts", connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Waits for the end of a process and demands its code.</summary>
    public async Task AssertExitAsync(int expected, params ProgramProcess[] processes)
    {
        foreach (var process in processes)
        {
            var code = await process.ExitCodeAsync(RunDeadline);
            Assert.True(code == expected, $"{process.Name} exited with {code}, not {expected}:\n{process.Output.Tail(60)}\n{Words()}");
        }
    }

    /// <summary>The run is complete in the ledger, and no task is in doubt.</summary>
    public async Task AssertSettledAsync(RunState state, CancellationToken cancel)
    {
        Assert.Equal(state, (await Ledger.FindRunAsync(Run, cancel))!.State);
        var progress = await Ledger.ProgressAsync(Run, cancel);
        Assert.True(progress.IsSettled, $"the ledger is not settled: {progress}");
        Assert.Equal((0, 0), (progress.TasksWaiting, progress.TasksRunning));
    }

    /// <summary>Last words of everything that was started.</summary>
    public string Words() => string.Join("\n", _processes.Select(process => $"--- {process.Name}\n{process.Output.Tail(25)}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Service.DisposeAsync();
        await Ledger.DisposeAsync();
        _root.Dispose();
    }

    private static Dictionary<string, string?> Environment(Uri virtualHost, MySqlConnectionStringBuilder database, Uri service, string root)
    {
        var account = virtualHost.UserInfo.Split(':');
        return new Dictionary<string, string?>
        {
            ["PLANET_GRAPH__RUN__INPUTDATAPATH"] = InputDataPath,
            ["PLANET_GRAPH__RUN__CHUNKBYTES"] = "16384",
            ["PLANET_GRAPH__RUN__PACKBYTES"] = "16384",
            ["PLANET_GRAPH__STORAGE__TYPE"] = "volume",
            ["PLANET_GRAPH__STORAGE__ROOT"] = root,
            ["PLANET_GRAPH__SERVICE__URL"] = service.AbsoluteUri,
            ["PLANET_GRAPH__BROKER__HOST"] = virtualHost.Host,
            ["PLANET_GRAPH__BROKER__PORT"] = virtualHost.Port.ToString(CultureInfo.InvariantCulture),
            ["PLANET_GRAPH__BROKER__VIRTUALHOST"] = virtualHost.AbsolutePath.TrimStart('/'),
            ["PLANET_GRAPH__BROKER__USERNAME"] = account[0],
            ["PLANET_GRAPH__BROKER__PASSWORD"] = account[1],
            ["PLANET_GRAPH__LEDGER__HOST"] = database.Server,
            ["PLANET_GRAPH__LEDGER__PORT"] = database.Port.ToString(CultureInfo.InvariantCulture),
            ["PLANET_GRAPH__LEDGER__DATABASE"] = database.Database,
            ["PLANET_GRAPH__LEDGER__USERNAME"] = database.UserID,
            ["PLANET_GRAPH__LEDGER__PASSWORD"] = database.Password,
            ["PLANET_GRAPH__LEDGER__LEASE"] = "00:00:03",
            ["PLANET_GRAPH__PUBLISHER__STAY"] = "false",
            ["PLANET_GRAPH__PUBLISHER__PORT"] = "0",
            ["PLANET_GRAPH__PUBLISHER__RECONCILEINTERVAL"] = "00:00:00.500",
            ["PLANET_GRAPH__PUBLISHER__PROGRESSINTERVAL"] = "00:00:00.200",
            ["PLANET_GRAPH__WORKER__PORT"] = "0",
            ["PLANET_GRAPH__WORKER__CONCURRENCY"] = "2",
            ["PLANET_GRAPH__WORKER__LOOKINTERVAL"] = "00:00:00.500",
        };
    }

    private ProgramProcess Start(string program, string called, params (string Key, string Value)[] settings)
    {
        var environment = new Dictionary<string, string?>(_environment);
        foreach (var (key, value) in settings)
        {
            environment[key] = value;
        }

        var process = BuiltProgram.Start(program, called, [], environment);
        _processes.Add(process);
        return process;
    }
}
