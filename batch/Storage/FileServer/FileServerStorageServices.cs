using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Storage.FileServer;

public static class FileServerStorageServices
{
    private const string ClientName = "file-server";

    /// <summary>Input and results on the file server, from the configuration's section <c>Storage</c>, validated at the start.</summary>
    /// <param name="services">Where the services go.</param>
    /// <param name="inputDataPath">Says the run's path below the server's root.</param>
    public static IServiceCollection AddFileServerStorage(this IServiceCollection services, Func<IServiceProvider, string> inputDataPath)
    {
        services.AddSingleton<IValidateOptions<FileServerOptions>, FileServerOptionsValidator>();
        services.AddOptions<FileServerOptions>().BindConfiguration("Storage").ValidateOnStart();
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                AllowAutoRedirect = false,
                UseProxy = false,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<IInputStorage>(provider => new FileServerInputStorage(
            Http(provider), inputDataPath(provider), Options(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IResultStorage>(provider => new FileServerResultStorage(
            Http(provider), inputDataPath(provider), Options(provider), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static HttpClient Http(IServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);

    private static FileServerOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<FileServerOptions>>().Value;
}
