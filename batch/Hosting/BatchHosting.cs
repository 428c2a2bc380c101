using System.Text.Encodings.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Hosting;

/// <summary>What publisher and worker have in common as programs.</summary>
public static class BatchHosting
{
    /// <summary>Every setting is an environment variable with this prefix: <c>PLANET_GRAPH__RUN__INPUTDATAPATH</c> is <c>Run:InputDataPath</c>.</summary>
    public const string EnvironmentPrefix = "PLANET_GRAPH__";

    /// <summary>Reads the environment, logs JSON in a container and lines on a terminal, keeps the outcome, stops within the grace period.</summary>
    public static IHostApplicationBuilder AddBatchProgram(this IHostApplicationBuilder builder, TimeSpan shutdown)
    {
        builder.Configuration.AddEnvironmentVariables(EnvironmentPrefix);
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        var log = new LogOptions();
        builder.Configuration.GetSection("Log").Bind(log);
        if (log.Format == LogOptions.Json)
        {
            builder.Logging.AddJsonConsole(options =>
            {
                (options.TimestampFormat, options.UseUtcTimestamp) = ("O", true);
                // A file's Chinese name is to be found by its name.
                options.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            });
        }
        else
        {
            builder.Logging.AddSimpleConsole(options => (options.SingleLine, options.TimestampFormat, options.UseUtcTimestamp) = (true, "yyyy-MM-dd HH:mm:ss ", true));
        }

        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = shutdown);
        builder.Services.AddSingleton<ProgramOutcome>();
        builder.Services.AddRun();
        return builder;
    }

    /// <summary>The run's options, validated at the start, and the clock.</summary>
    public static IServiceCollection AddRun(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<RunOptions>, RunOptionsValidator>();
        services.AddSingleton<IValidateOptions<StartupOptions>, StartupOptionsValidator>();
        services.AddOptions<LogOptions>().BindConfiguration("Log")
            .Validate(log => log.Format is LogOptions.Text or LogOptions.Json, "PLANET_GRAPH__LOG__FORMAT is neither text nor json.").ValidateOnStart();
        services.AddOptions<RunOptions>().BindConfiguration("Run").ValidateOnStart();
        services.AddOptions<StartupOptions>().BindConfiguration("Startup").ValidateOnStart();
        return services;
    }
}
