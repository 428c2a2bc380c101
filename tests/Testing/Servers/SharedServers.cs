using System.Collections.Concurrent;

namespace PlanetGraph.Testing.Servers;

/// <summary>
/// One server of each edition for a whole test assembly, started when a test first asks for it. Say
/// <c>[assembly: AssemblyFixture(typeof(SharedServers))]</c> and take it in the constructor. A test that stops, kills or
/// freezes a server starts its own.
/// </summary>
public sealed class SharedServers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<RabbitMqEdition, Lazy<Task<RabbitMqServer>>> _brokers = new();
    private readonly ConcurrentDictionary<DatabaseEdition, Lazy<Task<DatabaseServer>>> _databases = new();

    /// <param name="edition">Which RabbitMQ; null leaves it to <see cref="ServerEditions"/>.</param>
    public Task<RabbitMqServer> RabbitMqAsync(RabbitMqEdition? edition = null) =>
        _brokers.GetOrAdd(edition ?? ServerEditions.RabbitMq, key => new(async () =>
        {
            var server = await RabbitMqServer.StartNewAsync(key);
            Console.WriteLine($"RabbitMQ {await server.VersionAsync()}: {server.Origin}");
            return server;
        })).Value;

    /// <param name="edition">Which database; null leaves it to <see cref="ServerEditions"/>.</param>
    public Task<DatabaseServer> DatabaseAsync(DatabaseEdition? edition = null) =>
        _databases.GetOrAdd(edition ?? ServerEditions.Database, key => new(async () =>
        {
            var server = await DatabaseServer.StartNewAsync(key);
            Console.WriteLine($"Database {await server.VersionAsync()}: {server.Origin}");
            return server;
        })).Value;

    public async ValueTask DisposeAsync()
    {
        var started = _brokers.Values.Select(broker => AsServer(broker)).Concat(_databases.Values.Select(database => AsServer(database)));
        foreach (var server in started.OfType<Server>().ToList())
        {
            await server.DisposeAsync();
        }
    }

    // One that did not start cleaned up after itself.
    private static Server? AsServer<TServer>(Lazy<Task<TServer>> server) where TServer : Server =>
        server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? server.Value.Result : null;
}
