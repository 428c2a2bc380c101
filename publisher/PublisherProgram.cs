using OpenTelemetry.Metrics;
using PlanetGraph.Batch.Hosting;
using PlanetGraph.Publisher.Progress;

namespace PlanetGraph.Publisher;

/// <summary>The publisher of the cluster: RabbitMQ, MySQL, and its page on HTTP.</summary>
internal static class PublisherProgram
{
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(20);

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddBatchProgram(Shutdown);
        // Base images set ASPNETCORE_HTTP_PORTS; the port is ours to say.
        builder.WebHost.UseSetting("http_ports", string.Empty).UseUrls($"http://*:{builder.Configuration.GetValue("Publisher:Port", 8080)}");
        builder.Services.AddBatchServers();
        builder.Services.AddPublisher();
        builder.Services.Configure<PublisherOptions>(options => options.PodName = builder.Configuration["POD_NAME"] ?? options.PodName);
        builder.Services.AddRunCluster(builder.Configuration);
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ProgressMonitor>());
        builder.Services.AddHostedService<PublisherService>();
        builder.Services.AddSingleton<PublisherMetrics>();
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("PlanetGraph.*")
            .AddPrometheusExporter());
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<PublisherMetrics>());
        app.MapProgress();
        app.MapPrometheusScrapingEndpoint();
        return app;
    }
}
