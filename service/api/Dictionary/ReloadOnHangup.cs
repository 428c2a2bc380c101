using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace PlanetGraph.Service.Dictionary;

/// <summary>
/// SIGHUP reads the dictionary anew, as servers do (kill -HUP, or `kubectl exec … kill -HUP 1`). Only for the service as a program of
/// its own: in a program that hosts it, SIGHUP means that the terminal was closed.
/// </summary>
internal sealed class ReloadOnHangup(DictionaryReload reload) : BackgroundService
{
    // Signals that come while one is waited for ask for nothing new.
    private readonly Channel<bool> asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private PosixSignalRegistration? registration;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Here and not in the background: until it is registered, the signal ends the process.
        registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            asked.Writer.TryWrite(true);
        });
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        registration?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in asked.Reader.ReadAllAsync(stoppingToken))
            {
                await reload.ReloadAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }
}
