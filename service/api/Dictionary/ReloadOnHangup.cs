using System.Runtime.InteropServices;

namespace PlanetGraph.Service.Dictionary;

/// <summary>
/// SIGHUP reads the dictionary anew, as servers do (kill -HUP, or `kubectl exec … kill -HUP 1`). Only for the service as a program of
/// its own: in a program that hosts it, SIGHUP means that the terminal was closed.
/// </summary>
internal sealed class ReloadOnHangup(DictionaryReload reload) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private PosixSignalRegistration? registration;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            _ = reload.ReloadAsync(stopping.Token);
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => stopping.CancelAsync();

    public void Dispose()
    {
        registration?.Dispose();
        stopping.Dispose();
    }
}
