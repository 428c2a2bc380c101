using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace PlanetGraph.Batch.Broker.RabbitMq;

/// <summary>
/// One connection for one role, opened when it is needed and opened anew when it was lost. The client library's own recovery is off: it
/// cannot know that topology has to be declared first, and it gave up silently in several releases.
/// </summary>
internal sealed class RabbitMqConnection(string role, RabbitMqOptions options, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IConnection? _connection;
    private volatile string? _blocked;

    /// <summary>Why the broker takes no messages on this connection; null when it does, or has not said.</summary>
    public string? Blocked => _blocked;

    /// <summary>A channel on the connection. One attempt: patience is the caller's.</summary>
    /// <param name="confirms">Whether publishes wait for the broker's confirm.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IChannel> OpenChannelAsync(bool confirms, CancellationToken cancel)
    {
        var connection = await OpenAsync(cancel);
        // Both limits are named: left out, the client library takes no limit and one dispatcher, whatever its factory says. The window
        // of confirms is ours, and one dispatcher is right for a handler that only hands over.
        return await connection.CreateChannelAsync(
            new CreateChannelOptions(confirms, confirms, outstandingPublisherConfirmationsRateLimiter: null, consumerDispatchConcurrency: 1), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await CloseAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<IConnection> OpenAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            if (_connection is { IsOpen: true } open)
            {
                return open;
            }

            await CloseAsync();
            var factory = new ConnectionFactory
            {
                HostName = options.Host,
                Port = options.Port,
                VirtualHost = options.VirtualHost,
                UserName = options.Username,
                Password = options.Password,
                ClientProvidedName = $"planet-graph {role} {options.ClientName}",
                RequestedHeartbeat = options.Heartbeat,
                RequestedConnectionTimeout = Handshake,
                HandshakeContinuationTimeout = Handshake,
                AutomaticRecoveryEnabled = false,
                TopologyRecoveryEnabled = false,
            };
            var connection = await factory.CreateConnectionAsync(cancel);
            Watch(connection);
            _connection = connection;
            logger.BrokerConnected(role, options.Address);
            return connection;
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Watch(IConnection connection)
    {
        _blocked = null;
        connection.ConnectionBlockedAsync += (_, blocked) =>
        {
            _blocked = blocked.Reason;
            logger.BrokerBlocked(blocked.Reason);
            return Task.CompletedTask;
        };
        connection.ConnectionUnblockedAsync += (_, _) =>
        {
            _blocked = null;
            logger.BrokerUnblocked();
            return Task.CompletedTask;
        };
    }

    private async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await RabbitMqClosing.QuietlyAsync(() => connection.CloseAsync(CloseLimit));
            await RabbitMqClosing.QuietlyAsync(() => connection.DisposeAsync().AsTask());
        }
    }
}
