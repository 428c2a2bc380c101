using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Batch.Storage.FileServer;

namespace PlanetGraph.Batch.Storage;

public static class StorageServices
{
    private const string ClientName = "file-server";

    /// <summary>The run's input and result folders, on the volume or behind the file server as section <c>Storage</c> says.</summary>
    public static IServiceCollection AddRunStorage(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<IValidateOptions<FileServerOptions>, FileServerOptionsValidator>();
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateOnStart();
        services.AddOptions<FileServerOptions>().BindConfiguration("Storage");
        services.AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                AllowAutoRedirect = false,
                UseProxy = false,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<IInputStorage>(provider => OnVolume(provider, "input") is { } folder
            ? new VolumeInputStorage(folder)
            : new FileServerInputStorage(Http(provider), InputDataPath(provider), Server(provider), Clock(provider)));
        services.AddSingleton<IResultStorage>(provider => OnVolume(provider, "result") is { } folder
            ? new VolumeResultStorage(folder)
            : new FileServerResultStorage(Http(provider), InputDataPath(provider), Server(provider), Clock(provider)));
        return services;
    }

    private static string? OnVolume(IServiceProvider provider, string folder)
    {
        var storage = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        return storage.Type == StorageType.Volume ? Path.Combine(storage.Root, InputDataPath(provider), folder) : null;
    }

    private static string InputDataPath(IServiceProvider provider) => provider.GetRequiredService<IOptions<RunOptions>>().Value.InputDataPath;

    private static FileServerOptions Server(IServiceProvider provider) => provider.GetRequiredService<IOptions<FileServerOptions>>().Value;

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static HttpClient Http(IServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
}
