using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Assembly;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Planning;
using PlanetGraph.Batch.Processing;

namespace PlanetGraph.Batch;

/// <summary>Composes what publisher, worker and standalone share. Ledger, broker and storage are the program's choice.</summary>
public static class BatchRegistration
{
    /// <summary>The data plane and the planning. Needs <see cref="ILedger"/>, the two storages and <see cref="IAddressService"/>.</summary>
    public static IServiceCollection AddBatch(this IServiceCollection services)
    {
        services.AddOptions<PlanningOptions>().ValidateOnStart();
        services.AddOptions<LedgerOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<PlanningOptions>, PlanningOptionsValidator>();
        services.AddSingleton<IValidateOptions<LedgerOptions>, LedgerOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IRunLedger>(provider => provider.GetRequiredService<ILedger>());
        services.AddSingleton<BatchMetrics>();
        services.AddSingleton<ChunkProcessor>();
        services.AddSingleton<FileAssembler>();
        services.AddSingleton<TaskRunner>();
        services.AddSingleton<RunPlanner>();
        services.AddSingleton<RunEnd>();
        services.AddSingleton<ResultCheck>();
        return services;
    }

    /// <summary>The address service over HTTP, as <see cref="AddressServiceOptions"/> say.</summary>
    public static IServiceCollection AddHttpAddressService(this IServiceCollection services)
    {
        services.AddOptions<AddressServiceOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AddressServiceOptions>, AddressServiceOptionsValidator>();
        services.AddSingleton<HttpAddressService>();
        services.AddSingleton<IAddressService>(provider => provider.GetRequiredService<HttpAddressService>());
        return services;
    }
}
