using PlanetGraph.Batch.Ledger;
using PlanetGraph.Publisher.Progress;
using PlanetGraph.Publisher.Runs;

namespace PlanetGraph.Standalone.Batch;

/// <summary>The publisher's page, on the loopback address only.</summary>
internal sealed class ProgressPage : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProgressPage(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Serves the run of <paramref name="run"/>.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ProgressPage> StartAsync(IServiceProvider run, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(run.GetRequiredService<ProgressMonitor>());
        builder.Services.AddSingleton(run.GetRequiredService<RunStatus>());
        builder.Services.AddSingleton(run.GetRequiredService<ILedger>());
        var app = builder.Build();
        app.MapProgress();
        await app.StartAsync();
        return new ProgressPage(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
