using OpenTelemetry.Metrics;
using PlanetGraph.Batch.Hosting;

namespace PlanetGraph.Worker;

/// <summary>The worker of the cluster: RabbitMQ, MySQL, the address service over HTTP.</summary>
internal static class WorkerProgram
{
    // Above the workers' own grace, below the pod's.
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(55);

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddBatchProgram(Shutdown);
        // Base images set ASPNETCORE_HTTP_PORTS; the port is ours to say.
        builder.WebHost.UseSetting("http_ports", string.Empty).UseUrls($"http://*:{builder.Configuration.GetValue("Worker:Port", 8080)}");
        builder.Services.AddBatchServers();
        builder.Services.AddWorker();
        builder.Services.AddHostedService<WorkerService>();
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("PlanetGraph.*")
            .AddPrometheusExporter());
        var app = builder.Build();
        app.MapGet("/healthz/live", () => Results.Text("live"));
        app.MapPrometheusScrapingEndpoint();
        return app;
    }
}
