using System.Text.Encodings.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Metrics;
using PlanetGraph.Engine;
using PlanetGraph.Service.Configuration;
using PlanetGraph.Service.Dictionary;
using PlanetGraph.Service.Documentation;
using PlanetGraph.Service.Explain;
using PlanetGraph.Service.Gazetteer;
using PlanetGraph.Service.Health;
using PlanetGraph.Service.Page;
using PlanetGraph.Service.Query;
using PlanetGraph.Service.Standardize;
using PlanetGraph.Service.Telemetry;

namespace PlanetGraph.Service;

/// <summary>Puts the address service into a web application: PlanetGraph.Service itself, or a program that hosts it in its own process.</summary>
public static class PlanetGraphService
{
    /// <summary>Adds everything the service needs and has Kestrel listen where the settings say.</summary>
    public static WebApplicationBuilder AddPlanetGraphService(this WebApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        builder.AddListener(settings.Get<ServerOptions>());
        builder.AddLog(settings.Get<LogOptions>());
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(settings.Get<ServerOptions>());
        services.AddSingleton(settings.Get<RequestOptions>());
        services.AddSingleton(settings.Get<DatasourceOptions>());
        services.AddSingleton(DataFiles.Of(settings));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new StandardizerHolder(() => Standardizer.Open(provider.GetRequiredService<DataFiles>().DataPath)));
        services.AddSingleton<Readiness>();
        services.AddSingleton<ServiceMetrics>();
        services.AddSingleton<Admission>();
        services.AddSingleton<AddressBatchReader>();
        services.AddSingleton<BatchWriter>();
        services.AddSingleton<StandardizeEndpoint>();
        services.AddHostedService<OpenDataAtStart>();
        services.AddCustomerDictionary(settings);
        services.AddHostedService<DrainBeforeStop>();
        services.AddProblemDetails();
        services.AddRequestDecompression();
        services.AddOpenApiDescription();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ServiceJson.Default);

            // The answers are application/json, never HTML: Chinese stays readable.
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(ServiceMetrics.MeterName, "System.Runtime")
            .AddPrometheusExporter());
        return builder;
    }

    /// <summary>Maps the addresses of the service.</summary>
    public static WebApplication MapPlanetGraphService(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseSingleSlashes();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseCloseWhileStopping();
        app.UseRequestDecompression();
        app.UseRouting();

        var api = app.MapGroup("/planet-graph/v2");
        var address = api.MapGroup("/address");
        var standardize = app.Services.GetRequiredService<StandardizeEndpoint>();
        address.MapPost("/standardize", (Delegate)((HttpContext context) => standardize.HandleAsync(context))).DescribeStandardize();
        address.MapExplain();
        api.MapQuery();
        api.MapDictionary();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapPage();
        app.Services.GetRequiredService<DictionaryMetrics>();
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<ServiceMetrics>().Begin);
        return app;
    }

    private static void AddListener(this WebApplicationBuilder builder, ServerOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Larger bodies are refused by RequestBody, which can say so in problem+json.
            kestrel.Limits.MaxRequestBodySize = null;
            if (options.Address is { } address)
            {
                kestrel.Listen(address, options.Port);
            }
            else
            {
                kestrel.ListenAnyIP(options.Port);
            }
        });

        // Base images set ASPNETCORE_HTTP_PORTS; server.port alone decides.
        builder.WebHost.UseSetting("http_ports", string.Empty).UseSetting("urls", string.Empty);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainBeforeStop.DelayOf(options) + options.ShutdownTimeout);
    }

    private static void AddLog(this WebApplicationBuilder builder, LogOptions options)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(options.Level);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // A start that fails is told in one sentence by the program; the host would add a stack trace to it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        if (options.Format == LogFormat.Json)
        {
            builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        }
        else
        {
            builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "HH:mm:ss ", true));
        }
    }
}
