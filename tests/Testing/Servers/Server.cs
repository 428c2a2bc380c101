using PlanetGraph.Testing.Processes;

namespace PlanetGraph.Testing.Servers;

/// <summary>A real server on loopback that tests start, stop, kill, freeze and wipe. Disposing leaves nothing behind.</summary>
public abstract class Server : IAsyncDisposable
{
    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(90);
    private readonly IServerHost _host;

    private protected Server(IServerHost host) => _host = host;

    /// <summary>Where the server comes from: a program's path or an image.</summary>
    public string Origin => _host.Origin;

    /// <summary>Starts it, again if need be, on the same ports with the data it has, and waits until it serves.</summary>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        await _host.StartAsync(cancel);
        await Eventually.HoldsAsync(
            async () => _host.HasExited
                ? throw new ServerException($"{GetType().Name} ({Origin}) ended while starting:\n{_host.Log}")
                : await IsReadyAsync(cancel),
            $"{GetType().Name} ({Origin}) serves", StartDeadline, () => _host.Log, cancel);
    }

    /// <summary>Stops it in order.</summary>
    public Task StopAsync(CancellationToken cancel = default) => _host.StopAsync(cancel);

    /// <summary>kill -9.</summary>
    public Task KillAsync(CancellationToken cancel = default) => _host.KillAsync(cancel);

    /// <summary>SIGSTOP: connections stay open and nothing answers.</summary>
    public Task FreezeAsync(CancellationToken cancel = default) => _host.FreezeAsync(cancel);

    /// <summary>SIGCONT.</summary>
    public Task ContinueAsync(CancellationToken cancel = default) => _host.ContinueAsync(cancel);

    /// <summary>Forgets all data of a server that was stopped or killed: it lost its disk.</summary>
    public Task WipeDataAsync(CancellationToken cancel = default) => _host.WipeAsync(cancel);

    public virtual async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a new server; one that does not come up leaves nothing behind.</summary>
    private protected static async Task<TServer> StartedAsync<TServer>(TServer server, CancellationToken cancel) where TServer : Server
    {
        try
        {
            await server.StartAsync(cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the server answers as its users need it.</summary>
    private protected abstract Task<bool> IsReadyAsync(CancellationToken cancel);
}
