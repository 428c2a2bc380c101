using Microsoft.Extensions.Options;
using PlanetGraph.Batch;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Broker;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Ledger.Sql;
using PlanetGraph.Batch.Planning;
using PlanetGraph.Batch.Storage;
using PlanetGraph.Batch.Tasks;
using PlanetGraph.Engine;
using PlanetGraph.Publisher;
using PlanetGraph.Worker;

namespace PlanetGraph.Standalone.Batch;

/// <summary>Puts a run together from parts that need no server: queues in memory, a ledger in one file, the engine in this process.</summary>
internal static class BatchComposition
{
    /// <summary>The data file beside the program, where the build puts it.</summary>
    public static string ShippedData => Path.Combine(AppContext.BaseDirectory, "data_stable.bin");

    public static RunId RunIdOf(BatchArguments arguments) => RunId.Of(arguments.Settings);

    public static ServiceProvider Compose(BatchArguments arguments)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationManager());
        services.AddLogging(logging => logging.AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(LogLevel.None));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Options.Create(new RunOptions { InputDataPath = arguments.Input, OutputFormat = arguments.Format, AddressColumn = arguments.AddressColumn ?? "" }));
        services.AddSingleton(Options.Create(new StartupOptions()));
        services.AddSingleton<IBroker, MemoryBroker>();
        services.AddSingleton<ILedger>(provider => new SqliteLedger(
            Path.Combine(arguments.Output, BatchProgram.StateFolder, "ledger.db"),
            provider.GetRequiredService<IOptions<LedgerOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IInputStorage>(new VolumeInputStorage(arguments.Input));
        services.AddSingleton<IResultStorage>(new VolumeResultStorage(arguments.Output));
        services.AddAddresses(arguments);
        services.AddBatch();
        services.Configure<PlanningOptions>(options => options.ChunkBytes = 1 << 20);
        services.AddPublisher();
        services.AddWorker();
        services.Configure<PublisherOptions>(options => (options.ProgressInterval, options.ReconcileInterval) = (TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(200)));
        services.Configure<WorkerOptions>(options => (options.Concurrency, options.Name, options.Grace, options.LookInterval)
            = (arguments.Parallelism, "standalone", TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200)));
        services.AddSingleton<EndedRun>();
        services.AddSingleton<BatchSession>();
        return services.BuildServiceProvider();
    }

    private static void AddAddresses(this IServiceCollection services, BatchArguments arguments)
    {
        if (arguments.ServiceUrl is { } url)
        {
            services.AddHttpAddressService();
            services.Configure<AddressServiceOptions>(options => options.Url = url);
            return;
        }

        services.AddSingleton(_ => Standardizer.Open(arguments.Data ?? ShippedData));
        services.AddSingleton<IAddressService, EngineAddressService>();
    }
}
