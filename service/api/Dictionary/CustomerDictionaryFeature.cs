using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Dictionary;

/// <summary>Puts the customer's dictionary into the service: files first, then the database, whose rows win.</summary>
internal static class CustomerDictionaryFeature
{
    public static void AddCustomerDictionary(this IServiceCollection services, Settings settings)
    {
        var options = settings.Get<DictionaryOptions>();
        services.AddSingleton(options);
        if (options.Path is { } path)
        {
            services.AddSingleton<IDictionarySource>(new CsvDictionarySource(settings.PathOf(DictionaryOptions.PathKey, path)));
        }

        if (settings.Get<DatasourceOptions>() is { Url: { } url } datasource && JdbcUrl.TryParse(url, out var database))
        {
            database.UserID = datasource.Username ?? string.Empty;
            database.Password = datasource.Password ?? string.Empty;
            services.AddSingleton<IDictionarySource>(new MySqlDictionarySource(database));
        }

        services.AddSingleton<DictionaryReload>();
        services.AddSingleton<DictionaryMetrics>();
        services.AddHostedService(provider => provider.GetRequiredService<DictionaryReload>());
    }

    /// <summary>For the service as a program of its own.</summary>
    public static void AddReloadOnHangup(this IServiceCollection services) => services.AddHostedService<ReloadOnHangup>();
}
