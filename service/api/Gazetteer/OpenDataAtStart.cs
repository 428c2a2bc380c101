using PlanetGraph.Service.Configuration;

namespace PlanetGraph.Service.Gazetteer;

/// <summary>Opens the data before the first connection is taken, so that a bad file ends the start and not a request.</summary>
internal sealed class OpenDataAtStart(StandardizerHolder holder, DataFiles files, Settings settings, ILogger<OpenDataAtStart> logger)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var ignored in settings.WithoutEffect)
        {
            Log.SettingWithoutEffect(logger, ignored.Key, ignored.Value.Origin);
        }

        var version = holder.Data.Version;
        Log.DataOpened(logger, files.DataPath, version.Checksum, version.Source, version.Villages);
        Log.Licence(logger, File.Exists(files.LicensePath) ? "found" : "absent", files.LicensePath);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
