using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Broker.RabbitMq;

public static class RabbitMqServices
{
    /// <summary>The broker on RabbitMQ, from the configuration's section <c>Broker</c>, validated at the start.</summary>
    public static IServiceCollection AddRabbitMqBroker(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<RabbitMqOptions>, RabbitMqOptionsValidator>();
        services.AddOptions<RabbitMqOptions>().BindConfiguration("Broker").ValidateOnStart();
        return services.AddSingleton<IBroker, RabbitMqBroker>();
    }
}
