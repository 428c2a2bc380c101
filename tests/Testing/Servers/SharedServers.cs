namespace PlanetGraph.Testing.Servers;

/// <summary>
/// One RabbitMQ and one MariaDB for a whole test assembly, each started when a test first asks for it. Say
/// <c>[assembly: AssemblyFixture(typeof(SharedServers))]</c> and take it in the constructor. A test that stops, kills or
/// freezes a server starts its own.
/// </summary>
public sealed class SharedServers : IAsyncDisposable
{
    private readonly Lazy<Task<RabbitMqServer>> _rabbitMq = new(() => AnnouncedAsync(RabbitMqServer.StartNewAsync()));
    private readonly Lazy<Task<MariaDbServer>> _mariaDb = new(() => AnnouncedAsync(MariaDbServer.StartNewAsync()));

    public Task<RabbitMqServer> RabbitMqAsync() => _rabbitMq.Value;

    public Task<MariaDbServer> MariaDbAsync() => _mariaDb.Value;

    public async ValueTask DisposeAsync()
    {
        // One that did not start cleaned up after itself.
        if (_rabbitMq is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _rabbitMq.Value).DisposeAsync();
        }

        if (_mariaDb is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _mariaDb.Value).DisposeAsync();
        }
    }

    private static async Task<TServer> AnnouncedAsync<TServer>(Task<TServer> starting) where TServer : Server
    {
        var server = await starting;
        Console.WriteLine($"{typeof(TServer).Name}: {server.Origin}");
        return server;
    }
}
