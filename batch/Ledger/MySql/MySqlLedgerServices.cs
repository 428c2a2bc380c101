using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Ledger.MySql;

public static class MySqlLedgerServices
{
    /// <summary>The ledger in MySQL, from the configuration's section <c>Ledger</c>, validated at the start.</summary>
    public static IServiceCollection AddMySqlLedger(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<MySqlOptions>, MySqlOptionsValidator>();
        services.AddOptions<MySqlOptions>().BindConfiguration("Ledger").ValidateOnStart();
        services.AddOptions<LedgerOptions>().BindConfiguration("Ledger");
        return services.AddSingleton<ILedger, MySqlLedger>();
    }
}
