using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Broker.RabbitMq;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Ledger.MySql;
using PlanetGraph.Batch.Planning;
using PlanetGraph.Batch.Storage;

namespace PlanetGraph.Batch.Hosting;

/// <summary>The batch on real servers: RabbitMQ, MySQL, the run's storage and the address service, as the configuration says.</summary>
public static class BatchServers
{
    public static IServiceCollection AddBatchServers(this IServiceCollection services)
    {
        services.AddRabbitMqBroker();
        services.AddMySqlLedger();
        services.AddRunStorage();
        services.AddHttpAddressService();
        services.AddBatch();

        // The chart speaks of the run and the service; the rooms of the batch have options of their own.
        services.AddOptions<PlanningOptions>().BindConfiguration("Run");
        services.AddOptions<LedgerOptions>().Configure<IConfiguration>((options, configuration) =>
            options.AttemptLimit = configuration.GetValue("Run:MaxAttempts", options.AttemptLimit));
        services.AddOptions<AddressServiceOptions>().BindConfiguration("Service").Configure<IConfiguration>((options, configuration) =>
            options.BatchesInFlight = configuration.GetValue("Service:Concurrency", options.BatchesInFlight));
        return services;
    }
}
