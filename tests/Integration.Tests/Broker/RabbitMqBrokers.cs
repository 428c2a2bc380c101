using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PlanetGraph.Batch.Broker.RabbitMq;
using PlanetGraph.Batch.Tasks;

namespace PlanetGraph.Integration.Tests.Broker;

/// <summary>Brokers and messages for the tests of them.</summary>
internal static class RabbitMqBrokers
{
    public static RabbitMqBroker On(Uri virtualHost, Action<RabbitMqOptions>? change = null)
    {
        var account = virtualHost.UserInfo.Split(':');
        var options = new RabbitMqOptions
        {
            Host = virtualHost.Host,
            Port = virtualHost.Port,
            VirtualHost = virtualHost.AbsolutePath.TrimStart('/'),
            Username = account[0],
            Password = account[1],
            Patience = TimeSpan.FromSeconds(60),
        };
        change?.Invoke(options);
        return new RabbitMqBroker(Options.Create(options), TimeProvider.System, NullLogger<RabbitMqBroker>.Instance);
    }

    public static TaskMessage[] Messages(RunId run, int count) =>
        [.. Enumerable.Range(1, count).Select(number => new TaskMessage(run.Value, number, [new TaskChunk($"城市/{number}.txt", 0, 10)]))];
}
